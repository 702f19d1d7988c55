import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Moment, Text } from '../../platform/database/columns.js';
import type { SourceKind } from '../rules/posting.js';

/** The head of an entry. Written once: the engine refuses to change or delete it. */
@Entity('ledger_entries')
export class LedgerEntryRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Text(30) sourceKind!: SourceKind;
  @Int() sourceId!: number;
  @Day() date!: Temporal.PlainDate;
  @Text(160) label!: string;
  @Moment() postedAt!: Temporal.Instant;
  @IdOf({ nullable: true }) opensInvoiceId!: number | null;
  @Text(40, { nullable: true }) invoiceNumber!: string | null;
  @Day({ nullable: true }) dueOn!: Temporal.PlainDate | null;
}
