import { expect, it } from '@jest/globals';
import { absentRuns } from './absent-run.js';

/** One letter for each booked day: « a » absent, « v » came (venu). */
const runs = (days: string) =>
  absentRuns([...days].map((letter, index) => ({ came: letter === 'v', index }))).map((run) =>
    run.map(({ index }) => index),
  );

it.each([
  ['absent toute la semaine', 'aaaa', [[0, 1, 2, 3]]],
  ['revenu le jeudi', 'aava', [[0, 1], [3]]],
  ['revenu plus tôt', 'aavv', [[0, 1]]],
  ['venu le premier jour', 'vaaa', [[1, 2, 3]]],
  ['venu chaque jour', 'vvvv', []],
  ['rien de réservé', '', []],
])('%s', (_, days, expected) => expect(runs(days)).toEqual(expected));
