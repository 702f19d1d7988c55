import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { icsFault } from './creditor-identifier.js';
import { dftEndToEndId, dftMessageId } from './dft.js';
import { isMandateReference, mandateReference } from './mandate-reference.js';
import { isSepaText, sepaText } from './sepa-text.js';

describe('the SEPA creditor identifier', () => {
  it.each<[string, boolean]>([
    ['FR72ZZZ123456', true],
    ['FR72ABC123456', true],
    ['FR73ZZZ123456', false],
    ['FR72ZZZ123457', false],
    ['FR72ZZZ12345', false],
    ['DE98ZZZ09999999999', false],
    ['fr72zzz123456', false],
  ])('%s: %s', (ics, fine) => {
    expect(icsFault(ics) === null).toBe(fine);
  });
});

describe('the mandate reference', () => {
  it.each<[string, boolean]>([
    ['CAN-2026-000012', true],
    ["A/b?(c):d,e.f'g + h", true],
    ['', false],
    ['x'.repeat(35), true],
    ['x'.repeat(36), false],
    ['/1', false],
    ['1//2', false],
    ['é', false],
    [' 1', false],
  ])('« %s »: %s', (text, fine) => {
    expect(isMandateReference(text)).toBe(fine);
  });

  it('is built from a prefix, the year and a number', () => {
    expect(mandateReference('CAN', 2026, 12)).toBe('CAN-2026-000012');
  });
});

describe('a text in a message', () => {
  it.each([
    ['O’Connor-Lœwenstein 👶', 70, "O'Connor-Loewenstein"],
    ['Mairie de Saint-Étienne-du-Grès', 70, 'Mairie de Saint-Etienne-du-Gres'],
    ['Facture n° 2026-000017 « cantine »', 140, 'Facture ndeg 2026-000017 cantine'],
    ['//a//b/', 70, 'a/b'],
    ['Régie périscolaire de Valmont-sur-Orle', 20, 'Regie periscolaire'],
    ['Wolfeschlegelsteinhausenbergerdorff', 10, 'Wolfeschle'],
    ['Ελένη Παπαδοπούλου', 70, 'Eleni Papadopoyloy'],
    ['<b>&"', 70, 'b'],
    ['👶', 70, ''],
  ])('« %s » in %i characters is « %s »', (text, max, expected) => {
    const plain = sepaText(text, max);
    expect(plain).toBe(expected);
    if (plain) expect(isSepaText(plain, max)).toBe(true);
  });
});

describe('the DFT service', () => {
  it('names files by service, year, day of the year and rank', () => {
    const on = (date: string, rank: number) => dftMessageId('TGDFT027', Temporal.PlainDate.from(date), rank);
    expect(on('2026-11-26', 1)).toBe('TGDFT027-DFT-SDD-26330-001');
    expect(on('2027-01-01', 12)).toBe('TGDFT027-DFT-SDD-27001-012');
  });

  it('refers to a debit by the codique of the DDFiP', () => {
    expect(dftEndToEndId('34000', '2026000017')).toBe('1D03400002026000017');
  });
});
