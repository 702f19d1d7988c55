import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { schoolLevelOf } from './school-level.js';

const level = (className: string | null, birthDate: string, date = '2026-11-26') =>
  schoolLevelOf({ className, birthDate: Temporal.PlainDate.from(birthDate) }, Temporal.PlainDate.from(date));

describe('the level of a class', () => {
  it.each([
    ['TPS', 'MATERNELLE'],
    ['PS1', 'MATERNELLE'],
    ['Moyenne section', 'MATERNELLE'],
    ['MS-GS Mme Roux', 'MATERNELLE'],
    ['CP', 'ELEMENTAIRE'],
    ['CE2 B', 'ELEMENTAIRE'],
    ['CM1-CM2', 'ELEMENTAIRE'],
    ['6e', 'COLLEGE'],
    ['5ème A', 'COLLEGE'],
    ['Terminale', 'LYCEE'],
  ])('%s: %s', (className, expected) => expect(level(className, '2000-01-01')).toBe(expected));

  it.each([
    [null, '2021-12-31', '2026-11-26', 'MATERNELLE'],
    [null, '2020-01-01', '2026-11-26', 'ELEMENTAIRE'],
    [null, '2020-12-31', '2026-08-31', 'MATERNELLE'],
    [null, '2020-12-31', '2026-09-01', 'ELEMENTAIRE'],
    [null, '2015-06-01', '2026-11-26', 'COLLEGE'],
    [null, '2011-06-01', '2026-11-26', 'LYCEE'],
    ['GS-CP', '2020-05-01', '2026-11-26', 'ELEMENTAIRE'],
    ['GS-CP', '2021-05-01', '2026-11-26', 'MATERNELLE'],
    ['Les Coccinelles', '2022-05-01', '2026-11-26', 'MATERNELLE'],
  ])('%s, born %s, on %s: %s', (className, born, date, expected) =>
    expect(level(className, born, date)).toBe(expected),
  );
});
