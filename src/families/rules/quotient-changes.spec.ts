import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { quotientChanges } from './quotient-changes.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const dated = (said: string) => {
  const [value, from, to] = said.split(' ') as [string, string, string | undefined];
  return { hundredths: Number(value) * 100, from: day(from), to: to ? day(to) : null };
};
const said = ({ hundredths, from, to }: ReturnType<typeof dated>) =>
  [hundredths / 100, from, to ?? ''].join(' ').trim();

describe('a quotient of a file, against those already known', () => {
  it.each<[string, string[], string, string[], string | null]>([
    ['nothing known: it is added', [], '642 2026-01-01 2026-12-31', [], '642 2026-01-01 2026-12-31'],
    ['the same: nothing changes', ['642 2026-01-01 2026-12-31'], '642 2026-01-01 2026-12-31', [], null],
    ['another value', ['642 2026-01-01 2026-12-31'], '700 2026-01-01 2026-12-31', ['700 2026-01-01 2026-12-31'], null],
    ['another end', ['642 2026-01-01'], '642 2026-01-01 2026-12-31', ['642 2026-01-01 2026-12-31'], null],
    ['the year after', ['642 2025-01-01 2025-12-31'], '700 2026-01-01', [], '700 2026-01-01'],
    [
      'one in force ends the day before',
      ['642 2025-01-01'],
      '700 2026-01-01',
      ['642 2025-01-01 2025-12-31'],
      '700 2026-01-01',
    ],
    ['one learnt since stays', ['700 2026-09-01'], '642 2026-01-01 2026-12-31', [], '642 2026-01-01 2026-08-31'],
    [
      '… and again, nothing changes',
      ['642 2026-01-01 2026-08-31', '700 2026-09-01'],
      '642 2026-01-01 2026-12-31',
      [],
      null,
    ],
    [
      'between two: one ends, the other stays',
      ['500 2025-01-01', '700 2026-09-01'],
      '642 2026-01-01',
      ['500 2025-01-01 2025-12-31'],
      '642 2026-01-01 2026-08-31',
    ],
  ])('%s', (_, known, wanted, changed, added) => {
    const changes = quotientChanges(
      known.map((text, index) => ({ id: index + 1, ...dated(text) })),
      dated(wanted),
    );
    expect(changes.changed.map(({ after }) => said(after))).toEqual(changed);
    expect(changes.added && said(changes.added)).toBe(added);
  });
});
