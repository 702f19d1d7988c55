import { IsBoolean, IsOptional } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';
import type { AddedBookingPolicy } from '../actions/add-booking-policy.js';
import type { BookingPolicyRow } from '../data/booking-policy.entity.js';
import { type Deadline, deadlineSentence, DeadlineField } from '../../reglement/index.js';

export class NewBookingPolicyDto {
  @DayField({ description: 'First day of service that it rules.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({
    optional: true,
    description: 'Last one, included; absent: until another replaces it.',
    example: '2027-08-31',
  })
  to?: Temporal.PlainDate | null;

  @DeadlineField('Until when one books.')
  add!: object;

  @DeadlineField('Until when one gives a booking up.')
  cancel!: object;

  /** Ends the version without end that holds now on the day before this one starts. @example false */
  @IsOptional()
  @IsBoolean()
  replacePrevious?: boolean;
}

export class BookingPolicyDto {
  /** @example 4 */
  id!: number;
  @DayField()
  from!: Temporal.PlainDate;
  @DayField({ optional: true })
  to!: Temporal.PlainDate | null;
  @DeadlineField('Until when one books.')
  add!: Deadline;
  @DeadlineField('Until when one gives a booking up.')
  cancel!: Deadline;
  /** What families read. @example "Réservation possible jusqu’au 2e jour ouvré qui précède, avant 9 h 00." */
  addSentence!: string;
  /** @example "Annulation possible jusqu’au 2e jour ouvré qui précède, avant 9 h 00." */
  cancelSentence!: string;
}

export class AddedBookingPolicyDto extends BookingPolicyDto {
  /** The version that this one replaced; null when none. @example null */
  closedPolicyId!: number | null;
  /** Sessions on its dates planned before: they keep the instants that families were told. @example 0 */
  plannedSessionsKept!: number;
  /** What was accepted but deserves a look, in French. @example [] */
  warnings!: string[];
}

export function bookingPolicyDto(row: BookingPolicyRow): BookingPolicyDto {
  return {
    id: row.id,
    from: row.fromDate,
    to: row.toDate,
    add: row.policy.add.deadline,
    cancel: row.policy.cancel.deadline,
    addSentence: deadlineSentence(row.policy.add.deadline, 'ADD'),
    cancelSentence: deadlineSentence(row.policy.cancel.deadline, 'CANCEL'),
  };
}

export function addedBookingPolicyDto({ policy, warnings, ...rest }: AddedBookingPolicy): AddedBookingPolicyDto {
  return { ...bookingPolicyDto(policy), ...rest, warnings: [...warnings] };
}
