import { IsIn } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';
import type { FamilyWaiverRow } from '../data/family-waiver.entity.js';

/** The cases for which policies may keep other deadlines. */
const WAIVER_KINDS = ['SHIFT_WORK'] as const;

export class NewWaiverDto {
  /**
   * `SHIFT_WORK` : un parent dont les horaires de travail sont connus tard, avec l’attestation de l’employeur.
   * @example "SHIFT_WORK"
   */
  @IsIn(WAIVER_KINDS, { message: `choisissez parmi ${WAIVER_KINDS.join(', ')}.` })
  kind!: string;

  @DayField({ description: 'Premier jour de service pour lequel elle vaut.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'La dernière, comprise.', example: '2027-07-02' })
  to!: Temporal.PlainDate;

  /** Ce qui a été présenté à la mairie. @example "Lettre de l’employeur du 3 septembre 2026" */
  @Typed({ max: 120 })
  proof!: string;
}

export class WaiverDto {
  /** @example 7 */
  id!: number;
  /** @example "SHIFT_WORK" */
  kind!: string;
  @DayField()
  from!: Temporal.PlainDate;
  @DayField()
  to!: Temporal.PlainDate;
  /** @example "Lettre de l’employeur du 3 septembre 2026" */
  proof!: string;
  @MomentField()
  grantedAt!: Temporal.Instant;
  @MomentField({ optional: true, description: 'Quand la mairie l’a retirée ; `null` tant qu’elle vaut.' })
  endedAt!: Temporal.Instant | null;
}

export function waiverDto({ id, kind, fromDate, toDate, proof, grantedAt, endedAt }: FamilyWaiverRow): WaiverDto {
  return { id, kind, from: fromDate, to: toDate, proof, grantedAt, endedAt };
}
