import { typeset } from '../../kernel/french.js';

/** CORRECTION: a run found that less is due than was billed. The others are said by whoever gives the credit. */
export const CREDIT_REASONS = [
  'POINTING_ERROR',
  'JUSTIFIED_ABSENCE',
  'TARIFF',
  'DISCOUNT',
  'CANCELLATION',
  'DOUBLE_BILLING',
  'CORRECTION',
  'OTHER',
] as const;
export type CreditReason = (typeof CREDIT_REASONS)[number];

/** Decisions in favour of the family: a run does not charge again what they gave back. The others follow the facts. */
export const STANDING_REASONS = ['DISCOUNT', 'JUSTIFIED_ABSENCE', 'OTHER'] as const satisfies readonly CreditReason[];

const IN_FRENCH: Record<CreditReason, string> = {
  POINTING_ERROR: 'Erreur de pointage',
  JUSTIFIED_ABSENCE: 'Absence justifiée',
  TARIFF: 'Erreur de tarif ou de quotient',
  DISCOUNT: 'Remise décidée par la collectivité',
  CANCELLATION: 'Annulation',
  DOUBLE_BILLING: 'Double facturation',
  CORRECTION: 'Régularisation : moins est dû que ce qui a été facturé',
  OTHER: 'Autre motif',
};

/** « Erreur de pointage », « Autre motif : panne du four ». */
export function creditReasonInFrench(reason: CreditReason, text: string | null): string {
  if (text === null) return typeset(IN_FRENCH[reason]);
  return typeset(reason === 'OTHER' ? text : `${IN_FRENCH[reason]} (${text})`);
}
