import { type Cents, sumCents } from '../../kernel/money.js';
import { claimAccount, familyAccount, meansAccount, TREASURY_ACCOUNT } from './account.js';
import { type Allocated, debtLines, type Entry, posted } from './entry.js';

/** The comptable public takes a debt over: from here on it is paid to him, and no more at the régie. */
export function claimEntry(familyId: number, parts: readonly Allocated[]): Entry {
  return posted([
    ...debtLines(claimAccount(familyId), familyId, parts, 1),
    ...debtLines(familyAccount(familyId), familyId, parts, -1),
  ]);
}

/** The family paid at the Trésorerie what it owes there. */
export function claimPaymentEntry(familyId: number, parts: readonly Allocated[]): Entry {
  return posted([
    { account: TREASURY_ACCOUNT, cents: sumCents(parts.map(({ cents }) => cents)), familyId },
    ...debtLines(claimAccount(familyId), familyId, parts, -1),
  ]);
}

/** The régisseur hands over to the Trésorerie what came in by one means. */
export function remittanceEntry(means: string, cents: Cents): Entry {
  return posted([
    { account: TREASURY_ACCOUNT, cents },
    { account: meansAccount(means), cents: -cents },
  ]);
}
