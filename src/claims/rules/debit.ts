import { isBefore, Temporal } from '../../kernel/civil-time.js';
import { plainDate, typeset } from '../../kernel/french.js';
import type { Debit } from '../../pes/rules/index.js';
import { type SequenceType, settlementDayFrom } from '../../sepa/rules/index.js';

/** What a piece keeps of its debit. Stored as JSON: the date is YYYY-MM-DD. */
export interface ContentDebit {
  readonly mandateId: number;
  readonly on: string;
  readonly sequence: SequenceType;
}

/** What the file says of a mandate, in clear. */
export interface OpenedMandate {
  readonly rum: string;
  readonly signedOn: Temporal.PlainDate;
  readonly iban: string;
  readonly bic: string | null;
  readonly holder: string;
}

/** A debit with its mandate. */
export interface Debited {
  readonly debit: ContentDebit;
  readonly mandate: OpenedMandate;
}

interface Standing {
  readonly mandateId: number;
  readonly signedOn: Temporal.PlainDate;
  readonly sequence: SequenceType;
}

/**
 * The day on which the Trésor debits what a rôle holds: as many days as agreed after the rôle, or after the day its file
 * is written where a fault kept it; then a day on which banks settle.
 */
export function debitDayOf(
  { issuedOn, writtenOn }: { readonly issuedOn: Temporal.PlainDate; readonly writtenOn: Temporal.PlainDate },
  debitDays: number,
): Temporal.PlainDate {
  const from = isBefore(issuedOn, writtenOn) ? writtenOn : issuedOn;
  return settlementDayFrom(from.add({ days: debitDays }));
}

/**
 * The debits of a rôle, a piece after the other: several pieces of a family are debited under one mandate, of which only
 * the first can be its first debit. Undefined without a mandate that stands, or with one that was signed after the rôle.
 */
export function decidingDebits(
  issuedOn: Temporal.PlainDate,
  on: Temporal.PlainDate,
): (mandate: Standing | undefined) => ContentDebit | undefined {
  const served = new Set<number>();
  return (mandate) => {
    if (!mandate || isBefore(issuedOn, mandate.signedOn)) return undefined;
    const { mandateId } = mandate;
    const sequence = served.has(mandateId) ? 'RCUR' : mandate.sequence;
    served.add(mandateId);
    return { mandateId, on: on.toString(), sequence };
  };
}

export function sameDebits(one: ReadonlyMap<number, ContentDebit>, other: ReadonlyMap<number, ContentDebit>): boolean {
  return one.size === other.size && [...one].every(([rank, debit]) => sameDebit(debit, other.get(rank)));
}

export function sameDebit(one: ContentDebit | undefined, other: ContentDebit | undefined): boolean {
  return one?.mandateId === other?.mandateId && one?.on === other?.on && one?.sequence === other?.sequence;
}

/**
 * The debit in the model of the Trésor, for the whole of its piece. Whether the holder of the account is the debtor is not
 * known: it is left unsaid.
 */
export function debitOf({ debit, mandate }: Debited, invoiceNumber: string): Debit {
  const { on, sequence } = debit;
  const { rum, signedOn, iban, bic, holder } = mandate;
  return {
    on: Temporal.PlainDate.from(on),
    sequence,
    mandate: { reference: rum, signedOn },
    label: `Facture ${invoiceNumber}`,
    account: { iban, ...(bic === null ? {} : { bic }), holder },
  };
}

/** What a family reads of the debit of what it still owes. */
export function debitWords(on: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const day = plainDate(on);
  return typeset(
    isBefore(on, today)
      ? `Le prélèvement du ${day} n’est pas encore confirmé par la Trésorerie. S’il n’apparaît pas sur votre compte, elle vous dira comment régler.`
      : `Cette somme sera prélevée le ${day} par la Trésorerie : vous n’avez rien à faire.`,
  );
}
