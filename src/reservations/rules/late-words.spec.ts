import { describe, expect, it } from '@jest/globals';
import type { LateCancellation } from './cancel-window.js';
import { cancelledSentence } from './late-words.js';

describe('what a cancellation costs', () => {
  it.each<[string, (LateCancellation | null)[], string]>([
    ['one in time', [null], '1 réservation est annulée. Rien ne vous sera facturé pour ce jour.'],
    [
      'late and credited all the same',
      [null, 'CREDIT'],
      '2 réservations sont annulées. Rien ne vous sera facturé pour ces jours.',
    ],
    [
      'late and owed',
      ['BILL_FULL'],
      '1 réservation est annulée. Le délai était passé : le jour reste facturé en entier, comme le prévoit le règlement.',
    ],
    [
      'some of each',
      [null, 'BILL_FULL', 'BILL_FULL'],
      '3 réservations sont annulées. Pour 2 jours, le délai était passé : ils restent facturés en entier, comme le prévoit le règlement ; rien ne vous sera facturé pour les autres.',
    ],
  ])('%s', (_, terms, expected) => {
    expect(cancelledSentence(terms).replaceAll('\u00a0', ' ')).toBe(expected);
  });
});
