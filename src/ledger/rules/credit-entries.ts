import { type Cents, sumCents } from '../../kernel/money.js';
import { type AccountCode, creditAccount, debtAccount, type DebtKind, familyAccount, meansAccount } from './account.js';
import {
  type Allocated,
  debtLines,
  type Entry,
  type EntryLine,
  type InvoiceToPost,
  posted,
  productLines,
} from './entry.js';

/** What was given up of an invoice, on the account that bears it. */
export interface GivenUp {
  readonly account: AccountCode;
  readonly prestationId: number;
  /** More than zero. */
  readonly cents: Cents;
}

/** What a credit note takes back of an invoice, with the imputation that the invoice was posted under. */
export interface CreditNoteToPost extends InvoiceToPost {
  /** Where the debt of the invoice is. */
  readonly debt: DebtKind;
  /** What was still due of the invoice, by prestation; a prestation that is settled may be absent. */
  readonly open: ReadonlyMap<number, Cents>;
  /** What is due again at the régie while the comptable holds the rest: a payment that did not hold. None unless told. */
  readonly waiting?: ReadonlyMap<number, Cents>;
  /** What was given up of it: nobody paid that, and nobody is credited with it. None unless told. */
  readonly givenUp?: readonly GivenUp[];
}

/**
 * Per prestation: debits the product, and credits what is still due of it, where the invoice is collected first, then what was given
 * up; what was paid already becomes a credit of the family. Amounts are those to take back, positive.
 */
export function creditNoteEntry(note: CreditNoteToPost): Entry {
  const { invoiceId, familyId, lines, debt, open, waiting, givenUp = [] } = note;
  return posted(
    productLines({ invoiceId, familyId, lines }).flatMap(({ account, cents, prestationId }): EntryLine[] => {
      const about = { familyId, invoiceId, prestationId };
      const lowered = Math.min(cents, Math.max(0, open.get(prestationId) ?? 0));
      const atRegie = Math.min(cents - lowered, Math.max(0, waiting?.get(prestationId) ?? 0));
      let left = cents - lowered - atRegie;
      const undone = givenUp
        .filter((part) => part.prestationId === prestationId)
        .map((part) => {
          const share = Math.min(left, part.cents);
          left -= share;
          return { account: part.account, cents: -share, ...about };
        });
      return [
        { account, cents, ...about },
        { account: debtAccount(debt, familyId), cents: -lowered, ...about },
        { account: familyAccount(familyId), cents: -atRegie, ...about },
        ...undone,
        { account: creditAccount(familyId), cents: -left, ...about },
      ];
    }),
  );
}

/** A family's credit pays what it owes at the régie: no money moves. */
export function creditUseEntry(familyId: number, allocations: readonly Allocated[]): Entry {
  return posted([
    { account: creditAccount(familyId), cents: totalOf(allocations), familyId },
    ...debtLines(familyAccount(familyId), familyId, allocations, -1),
  ]);
}

/** A credit is given back to the family by a means of payment. */
export function refundEntry(familyId: number, means: string, cents: Cents): Entry {
  return posted([
    { account: creditAccount(familyId), cents, familyId },
    { account: meansAccount(means), cents: -cents, familyId },
  ]);
}

/** The same lines the other way round: a payment that the bank rejects, a titre that the comptable refuses. */
export function mirrorEntry({ lines }: Entry): Entry {
  return posted(lines.map((line) => ({ ...line, cents: -line.cents })));
}

/** A debt is given up: `account` says on which nature. */
export function writeOffEntry(
  account: AccountCode,
  familyId: number,
  debt: DebtKind,
  parts: readonly Allocated[],
): Entry {
  return posted([
    { account, cents: totalOf(parts), familyId },
    ...debtLines(debtAccount(debt, familyId), familyId, parts, -1),
  ]);
}

function totalOf(parts: readonly Allocated[]): Cents {
  return sumCents(parts.map(({ cents }) => cents));
}
