import { describe, expect, it } from '@jest/globals';
import { toldApart } from './told-apart.js';

const cantine = { id: 1, name: 'Cantine', site: 'École Jules-Ferry' };
const otherCantine = { id: 2, name: 'Cantine', site: 'École Les Tilleuls' };
const garderie = { id: 3, name: 'Garderie du soir', site: 'École Jules-Ferry' };

describe('what prestations are called on one paper', () => {
  it.each([
    ['none', [], []],
    ['one', [cantine], ['Cantine']],
    ['the same twice: one invoice and another', [cantine, cantine], ['Cantine']],
    ['two of other names', [cantine, garderie], ['Cantine', 'Garderie du soir']],
    [
      'two of the same name, at two schools',
      [cantine, otherCantine, garderie],
      ['Cantine – École Jules-Ferry', 'Cantine – École Les Tilleuls', 'Garderie du soir'],
    ],
  ])('%s', (_case, prestations, labels) => {
    expect([...toldApart(prestations).values()]).toEqual(labels);
  });
});
