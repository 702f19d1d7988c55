import { expect, it } from '@jest/globals';
import { type CreditReason, creditReasonInFrench } from './credit-reason.js';

it.each<[CreditReason, string | null, string]>([
  ['POINTING_ERROR', null, 'Erreur de pointage'],
  ['DISCOUNT', 'délibération du 12 mai', 'Remise décidée par la collectivité (délibération du 12 mai)'],
  ['CORRECTION', null, 'Régularisation\u00a0: moins est dû que ce qui a été facturé'],
  ['OTHER', 'Panne du four : repas froid', 'Panne du four\u00a0: repas froid'],
])('%s, %s: %s', (reason, text, expected) => {
  expect(creditReasonInFrench(reason, text)).toBe(expected);
});
