import { stringify } from 'csv-stringify/sync';
import type { BankAccount } from '../../mandates/rules/index.js';
import type { RefundedLine, RefundListPaper } from './refund.js';

/** The transfers of a list as a spreadsheet set in French opens it, with whole accounts. */
export function refundCsv(
  { number }: RefundListPaper,
  lines: readonly (RefundedLine & { readonly account: BankAccount; readonly cancelled: boolean })[],
): string {
  const rows = lines.map(({ familyName, holder, account, cents, cancelled }) => [
    number,
    familyName,
    holder,
    account.iban,
    account.bic ?? '',
    `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`,
    cancelled ? 'annulé' : '',
  ]);
  const head = ['Liste', 'Famille', 'Titulaire', 'IBAN', 'BIC', 'Montant', 'État'];
  return stringify([head, ...rows], { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true });
}
