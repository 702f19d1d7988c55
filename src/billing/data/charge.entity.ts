import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Day, Id, IdOf, Int, Json, Money, Text } from '../../platform/database/columns.js';
import type { ChargeEvent } from '../../reglement/index.js';
import type { ChargeReasons } from '../rules/draft-invoices.js';

/**
 * One priced consumption: a child, a session, what happened. One per child, session and rank: the second and those
 * after it charge what is due beyond what was billed before.
 */
@Entity('charges')
export class ChargeRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() billingRunId!: number;
  @IdOf() invoiceId!: number;
  /** The foyer that pays. */
  @IdOf() familyId!: number;
  @IdOf() childId!: number;
  @IdOf() sessionId!: number;
  @IdOf() prestationId!: number;
  @Day() date!: Temporal.PlainDate;
  @Text(19) event!: ChargeEvent;
  @Money() amountCents!: Cents;
  /** The care in it; null where the tariff does not tell the meal from the care. */
  @Money({ nullable: true }) careCents!: Cents | null;
  @Int() chargeRank!: number;
  /** What credit notes took back of it. */
  @Money() creditedCents!: Cents;
  @Text(200) label!: string;
  @Json() explanation!: ChargeReasons;
}
