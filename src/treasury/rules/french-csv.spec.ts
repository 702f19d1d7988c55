import { expect, it } from '@jest/globals';
import { csvAmount, frenchCsv } from './french-csv.js';

it('a table opens in a spreadsheet set in French', () => {
  expect(
    frenchCsv([
      ['Famille', 'Montant'],
      ['D’ŒUVRE ; fils', csvAmount(123450)],
    ]),
  ).toBe('\ufeffFamille;Montant\r\n"D’ŒUVRE ; fils";1234,50\r\n');
});

it.each(['=1+1', '+33 4', '-2', '@SUM(A1)', '\tx', '\rx'])('%j is a text, not a formula', (text) => {
  expect(frenchCsv([[text]])).toMatch(/^\ufeff"?'/);
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
