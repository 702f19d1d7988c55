import { expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { GridRow } from '../../kernel/grid.js';
import { csvAmount, gridCsv } from './csv.js';

async function csv(rows: Iterable<GridRow>): Promise<string> {
  const columns = [
    { header: 'Famille', kind: 'text' },
    { header: 'Le', kind: 'day' },
    { header: 'Factures', kind: 'count' },
    { header: 'Montant', kind: 'cents' },
  ] as const;
  let all = '';
  for await (const piece of gridCsv({ name: 'Essai', columns, rows })) all += piece;
  return all;
}

it('a grid opens in a spreadsheet set in French', async () => {
  const cells = ['D’ŒUVRE ; fils', Temporal.PlainDate.from('2026-11-02'), 3, -123450];
  expect(await csv([{ cells }, { cells: ['Total', null, null, 0], kind: 'total' }])).toBe(
    '\ufeffFamille;Le;Factures;Montant\r\n"D’ŒUVRE ; fils";02/11/2026;3;-1234,50\r\nTotal;;;0,00\r\n',
  );
});

it('many rows are written piece by piece, under one head', async () => {
  const rows = Array.from({ length: 1200 }, (_, at) => ({ cells: [`F${at}`, null, at, 1] }));
  const lines = (await csv(rows)).split('\r\n');
  expect(lines).toHaveLength(1202);
  expect(lines[1200]).toBe('F1199;;1199;0,01');
  expect(lines.filter((line) => line.includes('\ufeff'))).toHaveLength(1);
});

it.each(['=1+1', '+33 4', '-2', '@SUM(A1)', '\tx', '\rx', '＝1'])('%j is a text, not a formula', async (text) => {
  expect((await csv([{ cells: [text, null, null, null] }])).split('\r\n')[1]).toMatch(/^"?'/);
});

it.each([
  [0, '0,00'],
  [5, '0,05'],
  [360, '3,60'],
  [-360, '-3,60'],
  [123456789, '1234567,89'],
])('%i cents: %s', (cents, text) => {
  expect(csvAmount(cents)).toBe(text);
});
