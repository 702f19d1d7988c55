import type { Cents } from '../../kernel/money.js';
import type { Means } from './means.js';

/** Series of the receipts (quittances) in the numbering of a collectivité. */
export const RECEIPT_SERIES = 'Q';

/** `Q-2026-000123`. Throws RangeError on a year or a rank that cannot be printed so. */
export function formatReceiptNumber(year: number, n: number): string {
  if (!Number.isInteger(year) || year < 2000 || year > 9999) throw new RangeError(`${year} is not a budget year`);
  if (!Number.isInteger(n) || n < 1 || n > 999_999) throw new RangeError(`${n} is not a rank between 1 and 999999`);
  return `${RECEIPT_SERIES}-${year}-${String(n).padStart(6, '0')}`;
}

/** The photograph of a payment: what its receipt says, now or in ten years. Dates and instants are ISO 8601. */
export interface Receipt {
  readonly number: string;
  readonly collectivite: {
    readonly name: string;
    readonly addressLines: readonly string[];
    readonly siret: string | null;
    readonly phone: string;
    readonly email: string;
  };
  readonly regie: string | null;
  readonly regisseur: string | null;
  /** Who recorded it, when it was not the régisseur by name. */
  readonly recordedBy: string | null;
  readonly recordedAt: string;
  readonly timeZone: string;
  readonly receivedOn: string;
  readonly accountedOn: string;
  readonly payerName: string;
  readonly family: { readonly name: string; readonly addressLines: readonly string[] };
  readonly means: Means;
  readonly reference: string | null;
  readonly cents: Cents;
  readonly settled: readonly SettledPart[];
  /** What settles nothing yet and is held for the family; absent where nothing is. */
  readonly heldCents?: Cents;
  /** What the family has still to pay afterwards. */
  readonly stillDueCents: Cents;
}

/** A part of the payment: what it settles of a prestation on an invoice. */
export interface SettledPart {
  readonly invoiceId: number;
  readonly invoiceNumber: string;
  readonly prestation: string;
  readonly cents: Cents;
}
