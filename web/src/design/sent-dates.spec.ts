import { expect, it } from '@jest/globals';
import { datesInWords, type SentDates } from './sent-dates';

const AT = '2026-10-12T08:00:00Z';

it.each<[SentDates['sentAt'], SentDates['last'], string[]]>([
  [null, null, []],
  [null, ['réponse', AT], ['réponse du 12 octobre 2026']],
  [AT, null, ['Envoi du 12 octobre 2026']],
  [AT, ['réponse', '2026-10-14T08:00:00Z'], ['Envoi du 12 octobre 2026', 'réponse du 14 octobre 2026']],
  [AT, ['dernière nouvelle', '2026-10-12T15:00:00Z'], ['Envoi et dernière nouvelle du 12 octobre 2026']],
  // The day is that of the commune: it is the 13th there.
  [AT, ['retrait', '2026-10-12T22:30:00Z'], ['Envoi du 12 octobre 2026', 'retrait du 13 octobre 2026']],
])('sent at %s, then %j: %j', (sentAt, last, told) => {
  expect(datesInWords({ sentAt, last: last ?? null, timeZone: 'Europe/Paris' })).toEqual(told);
});
