import { expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { type RefundMovement, toldByList } from './refund-movement.js';

const moved = (kind: RefundMovement['kind'], number: string, day: string, cents: number): RefundMovement => ({
  kind,
  number,
  accountedOn: Temporal.PlainDate.from(day),
  cents,
});
const left = (number: string, day: string, cents: number) => moved('LEFT', number, day, cents);
const back = (number: string, day: string, cents: number) => moved('CAME_BACK', number, day, -cents);

it.each([
  ['nothing', [], []],
  [
    'one list, all of whose transfers left',
    [left('R-1', '2026-11-02', 2400), left('R-1', '2026-11-02', 600)],
    [['R-1', 'avoirs remboursés', '2026-11-02', 2, 3000]],
  ],
  [
    'a transfer that came back, on its own day and apart',
    [left('R-1', '2026-11-02', 2400), left('R-2', '2026-11-09', 100), back('R-1', '2026-11-09', 2400)],
    [
      ['R-1', 'avoirs remboursés', '2026-11-02', 1, 2400],
      ['R-2', 'avoirs remboursés', '2026-11-09', 1, 100],
      ['R-1', 'remboursements annulés ou revenus', '2026-11-09', 1, -2400],
    ],
  ],
])('refunds are told by list: %s', (_case, movements, expected) => {
  const told = toldByList(movements).map(({ number, reason, on, transfers, cents }) => [
    ...[number, reason, on, transfers, cents],
  ]);
  expect(told).toEqual(expected);
});
