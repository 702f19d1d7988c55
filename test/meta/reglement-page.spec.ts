import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Temporal } from '../../src/kernel/civil-time.js';
import { longDate, longInstant } from '../../src/kernel/french.js';
import { closesAt, deadlineSentence, opensAt, parseBookingPolicy, policySentences } from '../../src/reglement/index.js';
import { contextOf, ruleOf } from '../support/deadlines.js';

const PAGE = readFileSync('docs/reglement.md', 'utf8');
const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const context = contextOf({ closed: [] });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** The sections of the page that hold a rule: its JSON, the sentences quoted after it, the rows of its table. */
const sections = PAGE.split(/^#{2,3} /m)
  .filter((section) => section.includes('```json'))
  .map((section) => ({
    title: section.split('\n')[0]!,
    json: JSON.parse(/```json\n([^`]*)```/.exec(section)![1]!) as { type?: string },
    sentences: [...section.matchAll(/^> (.+)$/gm)].map(([, sentence]) => sentence!),
    rows: [...section.matchAll(/^\| (\p{L}+ \d.*?) \| (.+?) \|$/gmu)].map(([, day, closing]) => [day!, closing!]),
  }));

/** « lundi 30 novembre 2026 », « mardi 1er décembre 2026 ». */
function dateIn(french: string): Temporal.PlainDate {
  const [, day, month, year] = /(\d+)(?:er)? (\p{L}+) (\d{4})$/u.exec(french)!;
  return Temporal.PlainDate.from({ year: Number(year), month: MONTHS.indexOf(month!) + 1, day: Number(day) });
}

describe('the page that explains règlements to a mairie', () => {
  it('shows ten rules, a whole règlement, one that counts and one of publics', () => {
    expect(sections.filter(({ json }) => json.type)).toHaveLength(10);
    expect(sections.filter(({ json }) => !json.type)).toHaveLength(3);
    for (const { title, json, rows } of sections.filter((one) => one.json.type))
      expect([title, json.type, rows.length >= 2]).toEqual([title, json.type, true]);
  });

  it.each(sections.filter(({ json }) => json.type))(
    '$title says what the engine answers',
    ({ json, sentences, rows }) => {
      const rule = ruleOf(json);
      expect(sentences).toEqual([plain(deadlineSentence(rule, 'ADD'))]);
      const when = (at: Temporal.Instant) => longInstant(at, context.zone);
      for (const [day, closing] of rows) {
        const date = dateIn(day!);
        const [closes, opens] = [closesAt(rule, date, context), opensAt(rule, date, context)];
        const expected = `${closes ? when(closes) : 'sans limite'}${opens ? ` (ouverture le ${when(opens)})` : ''}`;
        expect([day, closing]).toEqual([plain(longDate(date)), plain(expected)]);
      }
    },
  );

  it.each(sections.filter(({ json }) => !json.type))(
    '$title has the sentences of its règlement',
    ({ json, sentences }) => {
      const parsed = parseBookingPolicy(json);
      expect('policy' in parsed && policySentences(parsed.policy).map(plain)).toEqual(sentences);
    },
  );
});
