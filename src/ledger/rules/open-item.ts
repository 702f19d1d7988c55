import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import type { OpenItem } from './posting.js';

/** An invoice that was not settled at the end of a day. */
export interface OpenItemAt extends OpenItem {
  readonly familyId: number;
  readonly issuedOn: Temporal.PlainDate;
  readonly invoicedCents: Cents;
  readonly settledCents: Cents;
}
