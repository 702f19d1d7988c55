import { PartialType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';
import { exceptionSentences, PolicyDto } from '../../reglement/index.js';
import type { AddedPolicyException } from '../actions/policies/add-policy-exception.js';
import type { SessionsToRecompute } from '../actions/policies/weigh-exception.js';
import type { PolicyExceptionRow } from '../data/policy-exception.entity.js';
import { recomputationPreview } from '../rules/recomputation-words.js';
import { ruleAsWritten } from './booking-policies.dto.js';

/** A period as the school calendar names it, in the zone of the collectivité. */
export class SchoolPeriodDto {
  /** @example "Vacances de la Toussaint" */
  @Typed({ max: 60 })
  name!: string;

  /** @example "2026-2027" */
  @Matches(/^\d{4}-\d{4}$/, { message: 'une année scolaire est attendue sous la forme 2026-2027.' })
  schoolYear!: string;
}

/** What holds on its dates instead of those of the policy; what it leaves out stays as it is. */
class ExceptionRulesDto extends PartialType(
  PickType(PolicyDto, ['add', 'cancel', 'modify', 'diet', 'order', 'absence']),
) {}

/** For one prestation (`prestationId`), else for those of one site (`siteId`), else for all. */
export class NewPolicyExceptionDto extends ExceptionRulesDto {
  /** @example 7 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  prestationId?: number | null;

  /** @example null */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  siteId?: number | null;

  @DayField({ optional: true, description: 'Premier jour de service qu’il régit.', example: '2026-12-14' })
  from?: Temporal.PlainDate | null;

  @DayField({ optional: true, description: 'La dernière, comprise.', example: '2026-12-18' })
  to?: Temporal.PlainDate | null;

  /** À la place des deux dates. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SchoolPeriodDto)
  schoolPeriod?: SchoolPeriodDto | null;

  /** Les familles le lisent. @example "Semaine du repas de Noël" */
  @Typed({ max: 120 })
  reason!: string;
}

export class PolicyExceptionDto extends ExceptionRulesDto {
  /** @example 12 */
  id!: number;
  /** La prestation qu’elle régit ; `null` : celles d’un site, ou toutes. @example 7 */
  prestationId!: number | null;
  /** Le site dont elle régit les prestations ; `null` : une seule prestation, ou toutes. @example null */
  siteId!: number | null;
  @DayField({ example: '2026-12-14' })
  from!: Temporal.PlainDate;
  @DayField({ example: '2026-12-18' })
  to!: Temporal.PlainDate;
  /** @example "Semaine du repas de Noël" */
  reason!: string;
  /** Ce que lisent les familles. @example ["Réservation possible jusqu’au jeudi de la semaine précédente inclus."] */
  sentences!: string[];
  @MomentField()
  createdAt!: Temporal.Instant;
}

export class SessionsToRecomputeDto {
  /** @example 7 */
  prestationId!: number;
  /** @example "Cantine" */
  prestationName!: string;
  /** Séances ouvertes qui gardent, jusqu’à leur recalcul, ce qui a été annoncé aux familles. @example 4 */
  sessions!: number;
  /**
   * L’adresse où envoyer un POST pour voir ce que leur recalcul change, avant de le faire.
   * @example "/api/v1/collectivites/3/prestations/7/session-recomputations/preview"
   */
  preview!: string;
}

export class AddedPolicyExceptionDto extends PolicyExceptionDto {
  /** Séances planifiées auparavant : l’exception elle-même n’en change aucune. */
  toRecompute!: SessionsToRecomputeDto[];
  /** Ce qui a été accepté mais mérite un coup d’œil, en français. @example [] */
  warnings!: string[];
}

export class RemovedPolicyExceptionDto {
  /** Séances qu’elle régissait : son retrait n’en change aucune. */
  toRecompute!: SessionsToRecomputeDto[];
}

export function policyExceptionDto(row: PolicyExceptionRow): PolicyExceptionDto {
  const { add, cancel, modify, diet, order, absence } = row.rules;
  return {
    id: row.id,
    prestationId: row.prestationId,
    siteId: row.siteId,
    from: row.fromDate,
    to: row.toDate,
    reason: row.reason,
    ...(add && { add: ruleAsWritten(add) }),
    ...(cancel && { cancel: ruleAsWritten(cancel) }),
    ...(modify && { modify: ruleAsWritten(modify) }),
    ...(diet && { diet: ruleAsWritten(diet) }),
    ...(order && { order }),
    ...(absence && { absence: absence as PolicyExceptionDto['absence'] }),
    sentences: exceptionSentences(row.rules),
    createdAt: row.createdAt,
  };
}

export function addedPolicyExceptionDto(added: AddedPolicyException): AddedPolicyExceptionDto {
  return {
    ...policyExceptionDto(added.exception),
    toRecompute: added.toRecompute.map(sessionsToRecomputeDto),
    warnings: [...added.warnings],
  };
}

export function sessionsToRecomputeDto({ prestation, sessions }: SessionsToRecompute): SessionsToRecomputeDto {
  const { id, collectiviteId, name } = prestation;
  return { prestationId: id, prestationName: name, sessions, preview: recomputationPreview(collectiviteId, id) };
}
