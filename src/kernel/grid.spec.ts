import { expect, it } from '@jest/globals';
import { type Grid, type GridRow, withTotal } from './grid.js';

const grid = (rows: GridRow[]): Grid => ({
  name: 'Essai',
  columns: [
    { header: 'Quittance', kind: 'text' },
    { header: 'Montant', kind: 'cents', summed: true },
    { header: 'Cumul', kind: 'cents' },
  ],
  rows,
});

async function totalOf(rows: GridRow[]): Promise<GridRow | undefined> {
  let last: GridRow | undefined;
  for await (const row of withTotal(grid(rows)).rows) last = row;
  return last;
}

it.each<[string, GridRow[], number]>([
  ['nothing makes zero', [], 0],
  ['lines are added, to the cent', [{ cells: ['a', 10, 10] }, { cells: ['b', 20, 30] }, { cells: ['c', -5, 25] }], 25],
  ['subtotals are not', [{ cells: ['a', 10, null] }, { kind: 'subtotal', cells: ['jour', 10, 10] }], 10],
  ['an empty cell adds nothing', [{ cells: ['a', null, null] }], 0],
])('%s', async (_, rows, total) => {
  expect(await totalOf(rows)).toEqual({ kind: 'total', cells: ['Total', total, null] });
});

it('a text is not added up', async () => {
  await expect(totalOf([{ cells: ['a', '12', null] }])).rejects.toThrow(RangeError);
});
