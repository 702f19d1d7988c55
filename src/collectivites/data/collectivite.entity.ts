import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { HolidayTerritory, SchoolZone } from '../../kernel/french-calendars.js';
import { Id, Int, Moment, Text } from '../../platform/database/columns.js';

/** The commune or intercommunalité that runs the services: the tenant, and what it decided once for all of them. */
@Entity('collectivites')
export class CollectiviteRow {
  @Id() id!: number;
  @Text(120) name!: string;
  @Text(14, { nullable: true }) siret!: string | null;
  @Text(120) addressLine1!: string;
  @Text(120, { nullable: true }) addressLine2!: string | null;
  @Text(5) postalCode!: string;
  @Text(80) city!: string;
  @Text(30) phone!: string;
  @Text(254) email!: string;
  @Text(200, { nullable: true }) website!: string | null;
  /** IANA name: every deadline is read on this wall clock. */
  @Text(60) timeZone!: string;
  @Text(1) schoolZone!: SchoolZone;
  @Text(40) holidaysOf!: HolidayTerritory;
  /** The days on which schools are open, `MO,TU,TH,FR`: read it with `weekdaysIn`. */
  @Text(20) schoolWeekdays!: string;
  /** Where headcounts go when a prestation names no kitchen of its own. */
  @Text(254, { nullable: true }) kitchenEmail!: string | null;
  /** Day of the month from which the month before is billed by itself; null: agents issue by hand. */
  @Int({ nullable: true }) billingDay!: number | null;
  /** Hours for which a place that comes free is kept for the family it is offered to, from 1 to 240. */
  @Int() offerHours!: number;
  /** Minutes for which a place is held while the family pays for it, from 5 to 120. */
  @Int() holdMinutes!: number;
  /** Cents below which a family's draft is not issued but carried over to its next one; 0: everything is issued. */
  @Int() issueThresholdCents!: number;
  /** Days from issue to the due date. */
  @Int() paymentDays!: number;
  @Text(120, { nullable: true }) regieLabel!: string | null;
  @Text(120, { nullable: true }) regisseurName!: string | null;
  /** Printed on invoices: where and how to pay. */
  @Text(500, { nullable: true }) paymentInstructions!: string | null;
  @Moment() createdAt!: Temporal.Instant;
}
