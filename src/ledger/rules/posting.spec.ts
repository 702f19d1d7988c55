import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { invoiceEntry } from './entry.js';
import { samePosting } from './posting.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const lines = [
  { prestationId: 1, imputation: { nature: '7067', function: '281' }, cents: 7200 },
  { prestationId: 2, imputation: { nature: '7067', function: '288' }, cents: 2400 },
];
const posted = {
  date: day('2026-11-02'),
  entry: invoiceEntry({ invoiceId: 7, familyId: 12, lines }),
  openItem: { invoiceId: 7, number: '2026-000007', dueOn: day('2026-12-02') },
};

describe('a source posted a second time says the same', () => {
  it.each([
    ['word for word', { ...posted }, true],
    ['with its lines in another order', { ...posted, entry: { lines: [...posted.entry.lines].reverse() } }, true],
    ['on another day', { ...posted, date: day('2026-11-03') }, false],
    ['due on another day', { ...posted, openItem: { ...posted.openItem, dueOn: day('2026-12-03') } }, false],
    ['without its debt', { date: posted.date, entry: posted.entry }, false],
    ['for another family', { ...posted, entry: invoiceEntry({ invoiceId: 7, familyId: 13, lines }) }, false],
    ['for less', { ...posted, entry: invoiceEntry({ invoiceId: 7, familyId: 12, lines: lines.slice(1) }) }, false],
  ])('%s: %#', (_case, again, expected) => {
    expect(samePosting(posted, again)).toBe(expected);
  });
});
