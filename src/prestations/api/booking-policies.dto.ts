import { IsBoolean, IsOptional } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';
import type { AddedBookingPolicy } from '../actions/policies/add-booking-policy.js';
import type { BookingPolicyRow } from '../data/booking-policy.entity.js';
import { type OperationRule, PolicyDto, policySentences, deadlineSentence } from '../../reglement/index.js';
import { recomputationPreview } from '../rules/recomputation-words.js';

/** The règlement, each rule as a bare deadline or with what happens after it, and its dates. */
export class NewBookingPolicyDto extends PolicyDto {
  @DayField({ description: 'Premier jour de service qu’il régit.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({
    optional: true,
    description: 'Le dernier, compris ; absent : jusqu’à ce qu’un autre le remplace.',
    example: '2027-08-31',
  })
  to?: Temporal.PlainDate | null;

  /** Arrête la version sans fin en vigueur la veille du jour où celle-ci commence. @example false */
  @IsOptional()
  @IsBoolean()
  replacePrevious?: boolean;
}

/** As it may be written: a rule without anything after its deadline is the bare deadline. */
export class BookingPolicyDto extends PolicyDto {
  /** @example 4 */
  id!: number;
  @DayField()
  from!: Temporal.PlainDate;
  @DayField({ optional: true })
  to!: Temporal.PlainDate | null;
  /**
   * Tout ce que les familles en lisent.
   * @example ["Réservation possible jusqu’au 2e jour ouvré qui précède, avant 9 h 00."]
   */
  sentences!: string[];
  /** @example "Réservation possible jusqu’au 2e jour ouvré qui précède, avant 9 h 00." */
  addSentence!: string;
  /** @example "Annulation possible jusqu’au 2e jour ouvré qui précède, avant 9 h 00." */
  cancelSentence!: string;
}

export class AddedBookingPolicyDto extends BookingPolicyDto {
  /** La version que celle-ci a remplacée ; `null` s’il n’y en a pas. @example null */
  closedPolicyId!: number | null;
  /** Séances de ces dates planifiées auparavant : elles gardent les instants annoncés aux familles. @example 0 */
  plannedSessionsKept!: number;
  /** Celles d’entre elles, encore ouvertes, que ce règlement planifierait autrement. @example 0 */
  openSessionsToRecompute!: number;
  /**
   * L’adresse où envoyer un POST pour voir ce que leur recalcul change, avant de le faire.
   * @example "/api/v1/collectivites/3/prestations/7/session-recomputations/preview"
   */
  recomputationPreview!: string;
  /** Ce qui a été accepté mais mérite un coup d’œil, en français. @example [] */
  warnings!: string[];
}

export function bookingPolicyDto({ id, fromDate, toDate, policy }: BookingPolicyRow): BookingPolicyDto {
  const { add, cancel, modify, diet, ...others } = policy;
  return {
    id,
    from: fromDate,
    to: toDate,
    add: ruleAsWritten(add),
    cancel: ruleAsWritten(cancel),
    ...(modify && { modify: ruleAsWritten(modify) }),
    ...(diet && { diet: ruleAsWritten(diet) }),
    ...(others as Pick<BookingPolicyDto, 'order' | 'absence' | 'waivers' | 'publics'>),
    sentences: policySentences(policy),
    addSentence: deadlineSentence(add.deadline, 'ADD'),
    cancelSentence: deadlineSentence(cancel.deadline, 'CANCEL'),
  };
}

export function addedBookingPolicyDto({ policy, warnings, ...rest }: AddedBookingPolicy): AddedBookingPolicyDto {
  return {
    ...bookingPolicyDto(policy),
    ...rest,
    recomputationPreview: recomputationPreview(policy.collectiviteId, policy.prestationId),
    warnings: [...warnings],
  };
}

export function ruleAsWritten(rule: OperationRule): object {
  return rule.afterDeadline === undefined ? rule.deadline : rule;
}
