import { IsIn } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';
import type { FamilyWaiverRow } from '../data/family-waiver.entity.js';

/** The cases for which policies may keep other deadlines. */
const WAIVER_KINDS = ['SHIFT_WORK'] as const;

export class NewWaiverDto {
  /** SHIFT_WORK: a parent whose shifts are told late, with the employer's letter. @example "SHIFT_WORK" */
  @IsIn(WAIVER_KINDS, { message: `choisissez parmi ${WAIVER_KINDS.join(', ')}.` })
  kind!: string;

  @DayField({ description: 'First day of service for which it holds.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Last one, included.', example: '2027-07-02' })
  to!: Temporal.PlainDate;

  /** What was shown to the mairie. @example "Lettre de l’employeur du 3 septembre 2026" */
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
  @MomentField({ optional: true, description: 'When the mairie took it back; null while it holds.' })
  endedAt!: Temporal.Instant | null;
}

export function waiverDto({ id, kind, fromDate, toDate, proof, grantedAt, endedAt }: FamilyWaiverRow): WaiverDto {
  return { id, kind, from: fromDate, to: toDate, proof, grantedAt, endedAt };
}
