import type { Cents } from '../../../kernel/money.js';
import { Temporal } from '../../../kernel/civil-time.js';
import { NBSP, euros, hundredths, plainDate } from '../../../kernel/french.js';
import { type ChargeEvent, type Prices, priceFor, priceLabel } from './prices.js';

/**
 * One step of the way to a price. Plain data: it is stored as JSON with the charge, read to a parent by
 * `explanationInFrench` and computed again for an auditor by `recheck`.
 */
export type ExplanationStep =
  /** The dated versions that were applied, by their ids. */
  | { readonly step: 'VERSIONS'; readonly tariffId: number | null; readonly policyId: number | null }
  /** The family's quotient in hundredths; null when the mairie does not know it. */
  | { readonly step: 'QUOTIENT'; readonly quotient: number | null }
  /** The row of the tariff, with its half-open bounds in hundredths and its three prices. */
  | {
      readonly step: 'ROW';
      readonly label: string;
      readonly quotientMin: number;
      readonly quotientMax: number | null;
      readonly prices: Prices;
    }
  /** The prices above were promised when the reservation was validated, on this date (YYYY-MM-DD). */
  | { readonly step: 'PROMISED'; readonly on: string }
  | { readonly step: 'PRICE'; readonly event: ChargeEvent; readonly cents: Cents };

export type Explanation = readonly ExplanationStep[];

/** One French line per step, in the order of the reasoning, for an invoice line or an agent. */
export function explanationInFrench(explanation: Explanation): string[] {
  const quotient = stepOf(explanation, 'QUOTIENT');
  return explanation.flatMap((step) => {
    switch (step.step) {
      case 'VERSIONS':
        return versionsInFrench(step);
      case 'QUOTIENT':
        return []; // told together with the row that it leads to
      case 'ROW':
        return [rowInFrench(quotient?.quotient ?? null, step)];
      case 'PROMISED':
        return [`prix promis à la réservation, le ${plainDate(Temporal.PlainDate.from(step.on))}`];
      case 'PRICE':
        return [`${priceLabel(step.event)}${NBSP}: ${euros(step.cents)}`];
    }
  });
}

/**
 * Computes the amount again from the steps alone. Throws RangeError when a step is missing or contradicts another:
 * a quotient outside the row, or an amount that is not the row's price for what happened.
 */
export function recheck(explanation: Explanation): Cents {
  const quotient = stepOf(explanation, 'QUOTIENT');
  const row = stepOf(explanation, 'ROW');
  const price = stepOf(explanation, 'PRICE');
  if (!quotient || !row || !price) throw new RangeError('an explanation needs a quotient, a row and a price');
  if (quotient.quotient !== null && !rowHolds(row, quotient.quotient)) {
    throw new RangeError(`the quotient ${quotient.quotient} is outside the row « ${row.label} »`);
  }
  const amount = priceFor(price.event, row.prices);
  if (amount !== price.cents)
    throw new RangeError(`the row gives ${amount} cents, the explanation says ${price.cents}`);
  return amount;
}

/** Whether a quotient in hundredths lies in [min, max); a null max is an open end. */
export function rowHolds(row: { quotientMin: number; quotientMax: number | null }, quotient: number): boolean {
  return row.quotientMin <= quotient && (row.quotientMax === null || quotient < row.quotientMax);
}

/** « [600 ; 800[ », « [1 900 et plus[ »: the French notation of a half-open interval. */
export function boundsInFrench(row: { quotientMin: number; quotientMax: number | null }): string {
  const from = hundredths(row.quotientMin);
  return row.quotientMax === null ? `[${from} et plus[` : `[${from}${NBSP};${NBSP}${hundredths(row.quotientMax)}[`;
}

type StepNamed<Name extends ExplanationStep['step']> = Extract<ExplanationStep, { step: Name }>;

function stepOf<Name extends ExplanationStep['step']>(steps: Explanation, name: Name): StepNamed<Name> | undefined {
  return steps.find((step): step is StepNamed<Name> => step.step === name);
}

function rowInFrench(quotient: number | null, row: StepNamed<'ROW'>): string {
  const name = /^tranche\b/i.test(row.label) ? row.label : `tranche ${row.label}`;
  const bounds = boundsInFrench(row);
  if (quotient !== null) return `QF ${hundredths(quotient)} → ${name} ${bounds}`;
  const which = row.quotientMax === null ? 'tranche la plus haute' : 'tranche prévue dans ce cas';
  return `QF inconnu → ${which}${NBSP}: ${name} ${bounds}`;
}

function versionsInFrench({ tariffId, policyId }: StepNamed<'VERSIONS'>): string[] {
  const names = [
    ...(tariffId === null ? [] : [`tarif n°${NBSP}${tariffId}`]),
    ...(policyId === null ? [] : [`règlement n°${NBSP}${policyId}`]),
  ];
  return names.length ? [names.join(', ')] : [];
}
