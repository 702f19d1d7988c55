import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { euros } from '../../kernel/french.js';
import type { FieldError } from '../../kernel/problem.js';
import { quoteFor } from '../rules/pricing/compile-tariff.js';
import { parseCase } from '../rules/pricing/parse-case.js';
import { parseTariff } from '../rules/pricing/parse-tariff.js';
import { priceOf } from '../rules/pricing/price-of.js';

/* docs/tarifs.md is read by mairies: each of its tables is what the engine answers. */
const sections = readFileSync('docs/tarifs.md', 'utf8').split(/^## /m).slice(1);

describe('the page on tariffs', () => {
  it('has an example of each form', () => expect(sections.length).toBeGreaterThanOrEqual(6));

  it.each(sections.map((section) => [section.split('\n')[0]!, section] as const))('%s', (_title, section) => {
    const parsed = parseTariff(JSON.parse(/```json\n([\s\S]*?)```/.exec(section)![1]!));
    if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
    const rows = [...section.matchAll(/^\| `(\{.*\})` \| (.+) \|$/gm)];
    expect(rows.length).toBeGreaterThan(1);
    for (const [, written, price] of rows) {
      const errors: FieldError[] = [];
      const { context, happened } = parseCase(JSON.parse(written!), 'case', errors);
      expect(errors).toEqual([]);
      const { cents } = priceOf(quoteFor(parsed.tariff, context), happened);
      expect([written, euros(cents).replace(/\u00a0/g, ' ')]).toEqual([written, price]);
    }
  });
});
