import { hundredths, NBSP } from '../../kernel/french.js';
import type { Explanation } from '../../reglement/index.js';

/**
 * Why a price, in one short line that identical meals share: the row of the tariff and the quotient that picked it.
 * The date of the promise and the version of the tariff stay in the day's own explanation.
 * « Quotient familial 642,5 : tranche B »; « Tarif unique » where one row holds for all.
 */
export function compactReason(steps: Explanation): string {
  const row = steps.find((step) => step.step === 'ROW');
  const quotient = steps.find((step) => step.step === 'QUOTIENT')?.quotient ?? null;
  if (!row) return '';
  if (row.quotientMin === 0 && row.quotientMax === null) return row.label;
  const name = /^tranche\b/i.test(row.label) ? row.label.replace(/^T/, 't') : `tranche ${row.label}`;
  if (quotient !== null) return `Quotient familial ${hundredths(quotient)}${NBSP}: ${name}`;
  return `Quotient familial inconnu de la mairie${NBSP}: ${name}`;
}
