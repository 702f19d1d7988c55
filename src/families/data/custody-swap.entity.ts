import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Moment, Text } from '../../platform/database/columns.js';
import type { SwapState } from '../rules/custody-swap.js';

/** An exchange of days between the two foyers of a child: one asks, the other confirms. */
@Entity('custody_swaps')
export class CustodySwapRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() childId!: number;
  @IdOf() askingFamilyId!: number;
  @IdOf() otherFamilyId!: number;
  @Text(9) state!: SwapState;
  /** Nobody can confirm it any more once this day has come. */
  @Day() firstDate!: Temporal.PlainDate;
  @IdOf({ nullable: true }) askedBy!: number | null;
  @Moment() askedAt!: Temporal.Instant;
  @IdOf({ nullable: true }) answeredBy!: number | null;
  @Moment({ nullable: true }) answeredAt!: Temporal.Instant | null;
  /** Why the mairie recorded it; null where the foyers did it themselves. */
  @Text(200, { nullable: true }) recordedReason!: string | null;
}
