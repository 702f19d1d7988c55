import { expect, it } from '@jest/globals';
import { addressLinesOf, type FamilyCard, mailAddressesOf } from './family-card.js';

it.each([
  [{ addressLine1: '3 rue X', addressLine2: null, postalCode: '34120', city: 'TEST' }, ['3 rue X', '34120 TEST']],
  [{ addressLine1: '3 rue X', addressLine2: 'Bât. B', postalCode: null, city: 'TEST' }, ['3 rue X', 'Bât. B', 'TEST']],
  [{ addressLine1: null, addressLine2: null, postalCode: null, city: null }, []],
])('an address is printed without blank lines', (address, lines) => expect(addressLinesOf(address)).toEqual(lines));

it('a foyer is written to at each address once', () => {
  const adult = (firstName: string, email: string | null) => ({ firstName, lastName: 'ROY', email });
  const family = (...guardians: object[]) => ({ guardians }) as unknown as FamilyCard;
  expect(mailAddressesOf(family(adult('Luc', 'a@x.org'), adult('Léa', 'b@x.org')))).toEqual([
    { name: 'Luc ROY', address: 'a@x.org' },
    { name: 'Léa ROY', address: 'b@x.org' },
  ]);
  expect(mailAddressesOf(family(adult('Luc', 'a@x.org'), adult('Léa', 'a@x.org')))).toHaveLength(1);
  expect(mailAddressesOf(family(adult('Luc', null)))).toEqual([]);
});
