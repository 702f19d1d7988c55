import { describe, expect, it } from '@jest/globals';
import { proposableValue } from './correctable-fields.js';

describe('a value that is corrected', () => {
  it.each([
    ['birthDate', '2018-04-01', '1er avril 2018'],
    ['civility', 'MADAME', 'Madame'],
    ['sex', 'M', 'Garçon'],
    ['lastName', 'M', 'M'],
    ['className', '2018-04-01', '2018-04-01'],
    ['phone', '', '(rien)'],
    ['phone', null, '(rien)'],
  ])('of %s, %j reads « %s »', (field, value, said) => {
    expect(proposableValue(field, value)).toBe(said);
  });
});
