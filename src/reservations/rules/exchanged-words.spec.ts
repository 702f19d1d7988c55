import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { exchangedWords } from './exchanged-words.js';

const days = (dates: string[]) => dates.map((date) => Temporal.PlainDate.from(`2026-11-${date}`));

describe('what the mail of an exchange of days says of what stays reserved', () => {
  it.each<[string, string[], string[], string[]]>([
    ['nothing', [], [], ['Vous n’avez aucune réservation à annuler sur les jours que vous donnez.']],
    [
      'one day of this foyer, on which two prestations are reserved',
      ['09', '09'],
      [],
      [
        'Vous aviez réservé un jour que vous donnez : lundi 9 novembre 2026. Il reste à votre nom. Seul votre foyer peut l’annuler, dans « Garde et échanges de jours », qui dit jusqu’à quand et ce que cela coûte ou rend.',
      ],
    ],
    [
      'several days of this foyer, one of the other',
      ['09', '10', '10', '12'],
      ['16'],
      [
        'Vous aviez réservé des jours que vous donnez : lundi 9 novembre 2026, mardi 10 novembre 2026 et jeudi 12 novembre 2026. Ils restent à votre nom. Seul votre foyer peut les annuler, dans « Garde et échanges de jours », qui dit jusqu’à quand et ce que cela coûte ou rend.',
        'L’autre foyer garde une réservation le lundi 16 novembre 2026 : lui seul peut l’annuler. Une fois qu’il l’aura fait, vous pourrez réserver ce jour, s’il reste de la place.',
      ],
    ],
    [
      'days of the other foyer only',
      [],
      ['16', '17'],
      [
        'Vous n’avez aucune réservation à annuler sur les jours que vous donnez.',
        'L’autre foyer garde des réservations le lundi 16 novembre 2026 et le mardi 17 novembre 2026 : lui seul peut les annuler. Une fois qu’il l’aura fait, vous pourrez réserver ces jours, s’il reste de la place.',
      ],
    ],
  ])('%s', (_, own, byOther, told) => {
    expect(exchangedWords({ own: days(own), byOther: days(byOther) })).toEqual(told);
  });
});
