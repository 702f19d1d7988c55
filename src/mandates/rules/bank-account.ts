import type { FieldError } from '../../kernel/problem.js';
import { bicFault, ibanFault, plainIban, sepaText } from '../../sepa/rules/index.js';

/** What is sealed in a mandate. */
export interface BankAccount {
  /** Capitals, without spaces. */
  readonly iban: string;
  readonly bic: string | null;
  /** Who holds the account: 70 characters, as people write. */
  readonly holder: string;
}

/** An account as it was typed, in the form in which it is kept. */
export function typedAccount(typed: {
  readonly iban: string;
  readonly bic?: string | null;
  readonly holder: string;
}): BankAccount {
  const bic = typed.bic?.replace(/\s/g, '').toUpperCase() || null;
  return { iban: plainIban(typed.iban), bic, holder: typed.holder };
}

/** What is wrong with an account, by field, in French; never the account itself. */
export function accountFaults({ iban, bic, holder }: BankAccount): FieldError[] {
  const iban1 = ibanFault(iban);
  const bic1 = iban1 === null ? bicFault(bic, iban) : null;
  return [
    ...(iban1 ? [{ field: 'iban', message: iban1 }] : []),
    ...(bic1 ? [{ field: 'bic', message: bic1 }] : []),
    ...(sepaText(holder, 70) ? [] : [{ field: 'holder', message: 'le nom du titulaire du compte est attendu.' }]),
  ];
}
