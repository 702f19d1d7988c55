import { describe, expect, it } from '@jest/globals';
import { menuLabelFault } from './menu-label.js';

describe('the label of a menu', () => {
  it.each([
    ['Standard', null],
    ['Sans porc', null],
    ['Sans viande', null],
    ['Panier PAI', null],
    ['Sans gluten', null],
    ['Végétarien', null],
    ['Halal', 'RELIGION'],
    ['Menu HALLAL', 'RELIGION'],
    ['Kasher', 'RELIGION'],
    ['casher', 'RELIGION'],
    ['Ramadan 2027', 'RELIGION'],
    ['Régime confessionnel', 'RELIGION'],
    ['Allergique aux œufs', 'HEALTH'],
    ['Diabétique', 'HEALTH'],
    ['Cœliaque', 'HEALTH'],
    ['Intolérance au lactose', 'HEALTH'],
  ])('« %s »: %s', (label, fault) => {
    expect(menuLabelFault(label)).toBe(fault);
  });
});
