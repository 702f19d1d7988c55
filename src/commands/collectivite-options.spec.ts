import { describe, expect, it } from '@jest/globals';
import { readCollectiviteOptions } from './collectivite-options.js';

const RIGHT = {
  name: 'Mairie de Valmont-sur-Orle',
  address: '1 place de la Mairie',
  'postal-code': '34120',
  city: 'Valmont-sur-Orle',
  phone: '04 67 00 00 00',
  email: 'mairie@valmont.example',
  'school-zone': 'C',
  'admin-email': 'sylvie@valmont.example',
  'admin-first-name': 'Sylvie',
  'admin-last-name': 'Arnaud',
};
const line = (options: Record<string, string>) =>
  Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);

describe('the command that opens a collectivité', () => {
  it('reads its options', () => {
    expect(readCollectiviteOptions(line(RIGHT))).toMatchObject({
      collectivite: { name: 'Mairie de Valmont-sur-Orle', schoolZone: 'C', holidaysOf: 'metropole' },
      administrator: { email: 'sylvie@valmont.example', lastName: 'Arnaud' },
    });
  });

  it('says all that is missing at once', () => {
    expect(() => readCollectiviteOptions(['--name', 'Mairie'])).toThrow(/--address manque[^]*--admin-last-name manque/);
  });

  it.each([
    [{ 'school-zone': 'D' }, 'A, B ou C'],
    [{ 'holidays-of': 'corse' }, 'alsace-moselle'],
    [{ 'admin-email': 'sylvie' }, 'adresse électronique'],
    [{ mayor: 'Paul' }, 'mayor'],
  ])('refuses %j', (change, message) => {
    expect(() => readCollectiviteOptions(line({ ...RIGHT, ...change }))).toThrow(message);
  });
});
