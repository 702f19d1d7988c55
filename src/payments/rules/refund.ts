import type { FieldError } from '../../kernel/problem.js';
import { euros } from '../../kernel/french.js';
import type { Cents } from '../../kernel/money.js';
import { accountFaults, type BankAccount } from '../../mandates/rules/index.js';
import type { PaperHead } from './paper.js';

/** How credits are given back: the money leaves the account of the transfers. */
export const REFUND_MEANS = 'TRANSFER';

/** One refund on the paper of its list. */
export interface RefundedLine {
  readonly familyId: number;
  readonly familyName: string;
  /** Who holds the account. */
  readonly holder: string;
  readonly maskedIban: string;
  readonly cents: Cents;
}

/** The photograph of a list of refunds; accounts are masked, the whole ones are sealed in the refunds. */
export interface RefundListPaper extends PaperHead {
  readonly accountedOn: string;
  readonly lines: readonly RefundedLine[];
  readonly totalCents: Cents;
}

/** What is asked for one family. */
export interface RefundAsked {
  readonly familyId: number;
  /** All that is free where it is null. */
  readonly cents: Cents | null;
  /** That of the family's request where it is null. */
  readonly account: BankAccount | null;
}

export interface RefundToMake {
  readonly familyId: number;
  readonly cents: Cents;
  readonly account: BankAccount;
}

/** The refunds to make, or what is wrong with those asked, by field (`refunds.0.iban`). */
export function refundsOf(
  asked: readonly RefundAsked[],
  free: ReadonlyMap<number, Cents>,
  requested: ReadonlyMap<number, BankAccount>,
): { readonly refunds: RefundToMake[]; readonly faults: FieldError[] } {
  const refunds: RefundToMake[] = [];
  const faults: FieldError[] = [];
  const seen = new Set<number>();
  for (const [index, { familyId, cents: wanted, account: typed }] of asked.entries()) {
    const at = (field: string, message: string) => ({ field: `refunds.${index}.${field}`, message });
    const held = free.get(familyId) ?? 0;
    const cents = wanted ?? held;
    const account = typed ?? requested.get(familyId) ?? null;
    const found = [
      ...(seen.has(familyId) ? [at('familyId', 'cette famille est déjà dans la liste.')] : []),
      ...(held === 0 ? [at('familyId', 'cette famille n’a pas d’avoir disponible.')] : []),
      ...(held > 0 && cents > held ? [at('cents', `son avoir disponible est de ${euros(held)}.`)] : []),
      ...(account === null
        ? [at('account', 'cette famille n’a pas demandé de remboursement : saisissez son compte.')]
        : accountFaults(account).map(({ field, message }) => at(`account.${field}`, message))),
    ];
    seen.add(familyId);
    if (found.length === 0) refunds.push({ familyId, cents, account: account! });
    faults.push(...found);
  }
  return { refunds, faults };
}
