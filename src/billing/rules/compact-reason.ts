import { hundredths, NBSP } from '../../kernel/french.js';
import { childOfRank, type Explanation } from '../../reglement/rules/index.js';

/**
 * Why a price, in one short line that identical meals share: the row of the tariff and the quotient that picked it.
 * The date of the promise and the version of the tariff stay in the day's own explanation.
 * « Quotient familial 642,5 : tranche B, 2ᵉ enfant »; « Tarif unique » where one row holds for all.
 */
export function compactReason(steps: Explanation): string {
  return [basis(steps), ...steps.flatMap(changes)].filter((words) => words !== '').join(', ');
}

function basis(steps: Explanation): string {
  const row = steps.find((step) => step.step === 'ROW');
  const rate = steps.find((step) => step.step === 'EFFORT_RATE');
  const quotient = steps.find((step) => step.step === 'QUOTIENT')?.quotient ?? null;
  if (rate) {
    const pct = `${rate.ratePct.replace('.', ',')}${NBSP}%`;
    return quotient === null ? UNKNOWN : `Quotient familial ${hundredths(quotient)} × ${pct}`;
  }
  if (!row) return steps.some((step) => step.step === 'FLAT') ? 'Tarif unique' : '';
  if (row.quotientMin === 0 && row.quotientMax === null) return row.label;
  const name = /^tranche\b/i.test(row.label) ? row.label.replace(/^T/, 't') : `tranche ${row.label}`;
  if (quotient !== null) return `Quotient familial ${hundredths(quotient)}${NBSP}: ${name}`;
  return `${UNKNOWN}${NBSP}: ${name}`;
}

const UNKNOWN = 'Quotient familial inconnu de la mairie';

/** What makes the price other than that of the row, in two words. */
function changes(step: Explanation[number]): string[] {
  if (step.step === 'SUPPLEMENT') return [`avec ${step.label}`];
  if (step.step === 'SIBLINGS') return [childOfRank(step.rank)];
  if (step.step === 'SLICES') return [`${step.slices} × ${step.sliceMinutes}${NBSP}min`];
  if (step.step === 'FORFAIT')
    return [step.rank === 1 ? 'forfait' : step.rank === 0 ? 'hors forfait' : 'compris dans le forfait'];
  return step.step in WORDS ? [WORDS[step.step]!] : [];
}

const WORDS: Partial<Record<Explanation[number]['step'], string>> = {
  NON_RESIDENT: 'hors commune',
  PAI: 'repas fourni',
  LATE_PICKUP: 'départ tardif',
  LATE_BOOKING: 'réservation hors délai',
};
