import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { journalLines, lineQuery, reportFigures } from './figures.js';
import type { ReportContent } from './report-content.js';

const CONTENT: ReportContent = {
  collectivite: { name: 'Bourg', siret: null, addressLines: [], phone: '', email: '' },
  ...{ regie: null, regisseur: null, from: '2026-11-01', to: '2026-11-30', firstReceipt: null, lastReceipt: null },
  byPrestation: [
    {
      ...{
        prestationId: 3,
        label: 'Cantine',
        imputation: { nature: '7067', function: null },
        operations: 1,
        cents: 90,
      },
      byMeans: { CASH: 90 },
    },
  ],
  byMeans: [{ means: 'CASH', label: 'espèces', operations: 1, cents: 100 }],
  ...{ totalCents: 100, operations: 1, heldCents: 10, chainRank: 41 },
};

describe('the lines that make a figure', () => {
  it.each([
    ['Cantine', 90, -1, 'account=FAMILY&sources=payment%2Cpayment-reversal&prestationId=3&nature=7067&function=-'],
    [
      ...(['Cantine, espèces', 90, -1] as const),
      'account=FAMILY&sources=payment%2Cpayment-reversal&prestationId=3&nature=7067&function=-&means=CASH',
    ],
    ['Total A', 90, -1, 'account=FAMILY&sources=payment%2Cpayment-reversal'],
    ['espèces', 100, 1, 'account=MEANS&sources=payment%2Cpayment-reversal&means=CASH'],
    ['dont avoirs des familles', 10, -1, 'account=CREDIT&sources=payment%2Cpayment-reversal'],
  ])('%s', (label, cents, sign, query) => {
    const figure = reportFigures(CONTENT).find((one) => one.label === label)!;
    expect(figure).toMatchObject({ cents, sign });
    expect(lineQuery(figure.lines)).toBe(`from=2026-11-01&to=2026-11-30&upToRank=41&${query}`);
  });

  it('what a means held when the period opened is all that came before', () => {
    const account = { openingCents: 5, receivedCents: 0, reversedCents: 0, refundedCents: 0, handedOverCents: 0 };
    const accounts = [{ means: 'CASH', label: 'espèces', ...account, closingCents: 5 }];
    const figures = reportFigures({ ...CONTENT, accounts });
    const opening = figures.find(({ label }) => label === 'espèces, au début')!;
    expect(lineQuery(opening.lines)).toBe('to=2026-10-31&upToRank=41&account=MEANS&means=CASH');
  });

  it('of the journal: the till, or the debts of what was asked', () => {
    const day = Temporal.PlainDate.from('2026-11-10');
    const sources = 'sources=payment%2Cpayment-reversal%2Crefund%2Crefund-reversal';
    const all = journalLines({ from: day, to: day }, { means: 'CASH' });
    expect([all.sign, lineQuery(all.lines)]).toEqual([
      1,
      `from=2026-11-10&to=2026-11-10&means=CASH&account=MEANS&${sources}`,
    ]);
    const some = journalLines({ from: day, to: day, prestationId: 3 });
    expect([some.sign, lineQuery(some.lines)]).toEqual([
      -1,
      `from=2026-11-10&to=2026-11-10&prestationId=3&account=FAMILY&${sources}`,
    ]);
  });
});
