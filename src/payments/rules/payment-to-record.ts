import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import type { Share } from './click.js';
import type { Means } from './means.js';

export interface PaymentToRecord {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly means: Means;
  /** More than zero. */
  readonly cents: Cents;
  readonly receivedOn: Temporal.PlainDate;
  readonly reference?: string | null;
  /** Who handed it over; the first guardian of the family unless told. */
  readonly payerName?: string | null;
  /** What goes to each invoice; the oldest due first unless told. */
  readonly shares?: readonly Share[];
  /** What is done with what exceeds the debts: refused unless told, or held for the family. */
  readonly excess?: 'REFUSE' | 'CREDIT';
  /** Null: PayFiP or a bank told of it, and nobody typed it. */
  readonly recordedBy: number | null;
  /** Record it even though the same payment was recorded a moment ago. */
  readonly confirmSecond?: boolean;
}
