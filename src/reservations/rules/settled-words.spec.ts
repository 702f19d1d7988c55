import { describe, expect, it } from '@jest/globals';
import { settledSentences } from './settled-words.js';

const days = { reserved: 0, missed: 0, creditedCents: 0, billedLater: false };
const KEPT =
  'restent à votre crédit. Votre avoir paie d’abord vos prochaines réservations et factures ; vous pouvez aussi en demander le remboursement à la mairie.';

describe('what a family reads once its money came', () => {
  it.each<[string, Partial<typeof days>, string[]]>([
    ['all is reserved', { reserved: 2 }, ['Votre paiement est bien arrivé : 2 jours sont réservés et payés.']],
    [
      'one day had no place any more',
      { reserved: 1, missed: 1, creditedCents: 350 },
      [
        'Votre paiement est bien arrivé : 1 jour est réservé et payé.',
        '1 jour n’a pas pu être réservé : sa place n’était plus gardée et n’est plus libre.',
        `De votre paiement, 3,50 € ${KEPT}`,
      ],
    ],
    [
      'none had',
      { missed: 2, creditedCents: 700 },
      [
        '2 jours n’ont pas pu être réservés : leurs places n’étaient plus gardées et ne sont plus libres.',
        `De votre paiement, 7,00 € ${KEPT}`,
      ],
    ],
    ['it was paid already', { creditedCents: 700 }, [`Votre panier était déjà payé : 7,00 € ${KEPT}`]],
    [
      'too little was due',
      { reserved: 1, billedLater: true },
      ['1 jour est réservé. La somme est trop petite pour un paiement en ligne : elle sera facturée avec le mois.'],
    ],
  ])('%s', (_case, changes, expected) => {
    expect(settledSentences({ ...days, ...changes }).map((text) => text.replaceAll('\u00a0', ' '))).toEqual(expected);
  });
});
