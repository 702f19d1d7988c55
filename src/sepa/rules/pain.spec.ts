import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from '../../kernel/civil-time.js';
import { sumCents } from '../../kernel/money.js';
import { type Debit, type DebitFile, PAIN_VERSIONS, type PainVersion, type SequenceType } from './debit-file.js';
import { debitFaults, fileFaults } from './debit-faults.js';
import { painFaults } from './pain-faults.js';
import { writePain } from './write-pain.js';

const IBAN = 'FR7630006000011234567890189';

function debit(rank: number, more: Partial<Debit> = {}): Debit {
  return {
    endToEndId: `1D0340000${String(rank).padStart(10, '0')}`,
    cents: 4_560,
    mandate: `CAN-2026-${String(rank).padStart(6, '0')}`,
    signedOn: Temporal.PlainDate.from('2026-09-02'),
    holder: 'Camille DURAND',
    iban: IBAN,
    bic: 'AGRIFRPP',
    label: `Facture F-2026-${rank}`,
    ...more,
  };
}

function fileOf(version: PainVersion, groups: Partial<Record<SequenceType, readonly Debit[]>>): DebitFile {
  return {
    version,
    messageId: 'TGDFT027-DFT-SDD-26330-001',
    createdAt: Temporal.PlainDateTime.from('2026-11-26T09:00'),
    initiator: { name: 'Mairie de Valmont-sur-Orle', siret: '21340001200013' },
    creditor: {
      name: 'DDFiP de l’Hérault',
      address: { street: '334 allée Henri II de Montmorency', postalCode: '34000', city: 'Montpellier' },
      iban: 'FR7630001007941234567890185',
      bic: 'TRPUFRP1',
      ics: 'FR72ZZZ123456',
    },
    regie: { name: 'Régie périscolaire', dftIban: IBAN },
    collectedOn: Temporal.PlainDate.from('2026-12-15'),
    groups: Object.entries(groups).map(([sequence, debits]) => ({
      id: `TGDFT027-DFT-SDD-26330-001-${sequence}`,
      sequence: sequence as SequenceType,
      count: debits.length,
      cents: sumCents(debits.map(({ cents }) => cents)),
      debits,
    })),
  };
}

async function written(file: DebitFile): Promise<string> {
  let xml = '';
  for await (const piece of writePain(file)) xml += piece;
  return xml;
}

const ODD = [
  debit(1, { holder: 'O’Connor-Lœwenstein 👶 & fils <SARL>', label: 'Cantine « à l’été » // garderie' }),
  debit(2, { cents: 1, bic: null }),
  debit(3, { cents: 9_999_999 }),
  debit(4, { holder: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(4), label: 'facture '.repeat(40) }),
];

describe.each(PAIN_VERSIONS)('a file of direct debits (%s)', (version) => {
  it('holds each debit in its place, and its sums', async () => {
    const xml = await written(fileOf(version, { FRST: [ODD[0]!], RCUR: ODD.slice(1) }));
    expect(painFaults(xml)).toEqual([]);
    expect(xml).toContain(`xmlns="urn:iso:std:iso:20022:tech:xsd:${version}"`);
    expect(xml.replace(/\s*\n\s*/g, '')).toContain(
      '<NbOfTxs>4</NbOfTxs><CtrlSum>100091.20</CtrlSum><InitgPty><Nm>Mairie de Valmont-sur-Orle</Nm>',
    );
    expect(xml).toContain('<Nm>O&apos;Connor-Loewenstein fils SARL</Nm>');
    expect(xml).toContain('<Ustrd>Cantine a l&apos;ete / garderie</Ustrd>');
    expect(xml).toContain('<Id>NOTPROVIDED</Id>');
    expect(xml).toContain(version === 'pain.008.001.02' ? '<BIC>AGRIFRPP</BIC>' : '<BICFI>AGRIFRPP</BICFI>');
  });

  it('is written piece by piece, each debit when it comes', async () => {
    let asked = 0;
    const debits = {
      *[Symbol.iterator]() {
        for (let rank = 1; rank <= 1_000; rank += 1) {
          asked = rank;
          yield debit(rank);
        }
      },
    };
    const group = { id: 'lot', sequence: 'RCUR' as const, count: 1_000, cents: 1_000 * 4_560, debits };
    let pieces = 0;
    let [longest, ahead] = [0, 0];
    let xml = '';
    for await (const piece of writePain({ ...fileOf(version, {}), groups: [group] })) {
      pieces += 1;
      longest = Math.max(longest, piece.length);
      if (asked > 0) ahead = Math.max(ahead, pieces - asked);
      xml += piece;
    }
    expect(ahead).toBeLessThanOrEqual(6);
    expect(longest).toBeLessThan(3_000);
    expect(painFaults(xml)).toEqual([]);
  });

  const schema = `${process.env['PAIN_SCHEMA_DIR'] ?? '/nowhere'}/${version}.xsd`;
  (existsSync(schema) ? it : it.skip)('is what the schema of ISO 20022 takes (PAIN_SCHEMA_DIR names it)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pain-'));
    const path = join(folder, 'file.xml');
    writeFileSync(path, await written(fileOf(version, { FRST: [ODD[0]!], RCUR: ODD.slice(1) })));
    execFileSync('xmllint', ['--nonet', '--noout', '--schema', schema, path], { stdio: 'pipe' });
    rmSync(folder, { recursive: true });
  });
});

describe('a file that was spoilt', () => {
  const spoilt: [string, (xml: string) => string, RegExp][] = [
    ['a total', (xml) => xml.replace('<CtrlSum>45.60', '<CtrlSum>45.61'), /total/],
    ['a count', (xml) => xml.replace('<NbOfTxs>1', '<NbOfTxs>2'), /nombre/],
    ['an amount', (xml) => xml.replace('>45.60</InstdAmt>', '>45.6</InstdAmt>'), /InstdAmt.*forme/],
    ['nothing to pay', (xml) => xml.replace('>45.60</InstdAmt>', '>0.00</InstdAmt>'), /InstdAmt.*forme/],
    ['a currency', (xml) => xml.replace('Ccy="EUR"', 'Ccy="USD"'), /euro/],
    ['an order', (xml) => xml.replace(/(<PmtMtd>DD<\/PmtMtd>)(\s*<NbOfTxs>1<\/NbOfTxs>)/, '$2$1'), /PmtMtd.*manquant/],
    ['a mandate', (xml) => xml.replace(/<MndtId>.*<\/MndtId>/, ''), /MndtId.*manquant/],
    ['a character', (xml) => xml.replace('Camille', 'Cécile'), /Dbtr\/Nm.*forme/],
    ['a name too long', (xml) => xml.replace('Camille', 'x'.repeat(70)), /Dbtr\/Nm.*forme/],
    ['an unknown element', (xml) => xml.replace('<ChrgBr>', '<Other>x</Other><ChrgBr>'), /ChrgBr|Other/],
    ['an end', (xml) => xml.slice(0, -20), /ne se lit pas/],
    ['an entity', (xml) => xml.replace('<Document', '<!DOCTYPE x [<!ENTITY a "b">]><Document'), /ne se lit pas/],
    ['another version', (xml) => xml.replace('pain.008.001.08', 'pain.001.001.09'), /n’est pas un pain/],
  ];
  it.each(spoilt)('shows it: %s', async (_, spoil, fault) => {
    const xml = await written(fileOf('pain.008.001.08', { RCUR: [debit(1)] }));
    expect(painFaults(xml)).toEqual([]);
    const changed = spoil(xml);
    expect(changed).not.toBe(xml);
    expect(painFaults(changed).join('\n')).toMatch(fault);
  });

  it('shows a reference that serves twice', async () => {
    const xml = await written(fileOf('pain.008.001.02', { RCUR: [debit(1), debit(1)] }));
    expect(painFaults(xml)).toEqual(['Une référence de bout en bout sert deux fois.']);
  });
});

describe('what keeps a file from leaving', () => {
  const today = Temporal.PlainDate.from('2026-11-26');
  it.each<[string, Partial<DebitFile>, RegExp | null]>([
    ['nothing', {}, null],
    ['a Sunday', { collectedOn: Temporal.PlainDate.from('2026-12-13') }, /ne règlent pas/],
    ['the day itself', { collectedOn: today }, /trop proche/],
    ['the next day', { collectedOn: today.add({ days: 1 }) }, null],
    ['a long name', { messageId: 'x'.repeat(36) }, /35 caractères/],
    ['an account', { regie: { name: 'Régie', dftIban: 'FR76' } }, /compte DFT/],
  ])('%s', (_, more, fault) => {
    const faults = fileFaults({ ...fileOf('pain.008.001.08', {}), ...more }, today);
    if (fault) expect(faults.join()).toMatch(fault);
    else expect(faults).toEqual([]);
  });

  it.each<[Partial<Debit>, RegExp]>([
    [{ cents: 0 }, /montant/],
    [{ cents: -5 }, /montant/],
    [{ mandate: 'é' }, /RUM/],
    [{ iban: 'FR7630006000011234567890188' }, /clé/],
    [{ holder: '👶' }, /titulaire/],
    [{ endToEndId: '' }, /bout en bout/],
  ])('%j', (more, fault) => {
    expect(debitFaults(debit(1))).toEqual([]);
    expect(debitFaults(debit(1, more)).join()).toMatch(fault);
  });
});
