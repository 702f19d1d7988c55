import { buffer } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { Temporal } from '../../kernel/civil-time.js';
import { gridXlsx } from './xlsx.js';

it('a grid is a workbook whose amounts are numbers, whose days are days, whose texts are never formulas', async () => {
  const bytes = await buffer(
    gridXlsx({
      name: 'Journal des encaissements de la régie',
      columns: [
        { header: 'Famille', kind: 'text' },
        { header: 'Le', kind: 'day' },
        { header: 'Paiements', kind: 'count' },
        { header: 'Montant', kind: 'cents' },
      ],
      rows: [
        { cells: ['=O’Connor-Lœwenstein 👶 & <fils>', Temporal.PlainDate.from('2026-02-28'), 2, 9_999_999] },
        { cells: ['Total', null, null, -1] },
      ],
    }),
  );
  const [sheet] = (await readXlsx(bytes)).sheets;
  expect(sheet!.name).toBe('Journal des encaissements de la');
  expect(sheet!.rows).toEqual([
    ['Famille', 'Le', 'Paiements', 'Montant'],
    ['=O’Connor-Lœwenstein 👶 & <fils>', new Date('2026-02-28T00:00:00Z'), 2, 99999.99],
    ['Total', null, null, -0.01],
  ]);
});
