import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../kernel/civil-time.js';
import { renderPdf } from '../../../platform/pdf/index.js';
import type { NumberedBatch } from '../../rules/batch-file.js';
import type { BatchKind } from '../../rules/batch.js';
import type { PieceContent } from '../../rules/piece-content.js';
import { printedNotice } from '../../rules/printed-notice.js';
import { type NoticeSettings, USUAL_SETTINGS } from '../../rules/treasury-settings.js';
import { noticeDocument } from './notice-document.js';

const ADDRESS = { street: '1 rue Foch', postalCode: '34000', city: 'Montpellier' };
const NOTICE: NoticeSettings = {
  signatory: { name: 'Martin', firstName: 'Paul', role: 'Maire' },
  court: 'tribunal administratif de Montpellier',
  treasury: { name: 'SGC de Montpellier', address: ADDRESS },
  paymentCentre: {
    name: 'Centre d’encaissement',
    address: { street: 'TSA 12345', postalCode: '94974', city: 'Créteil cedex' },
  },
  slip: { establishment: '012', revenue: '003', emitter: '940033' },
  online: { code: '012345', url: 'https://www.payfip.gouv.fr' },
};
const SETTINGS = {
  ...USUAL_SETTINGS,
  ...({ mode: 'TITRE', codique: '012345', siret: '21120001200014', collectiviteCode: '123' } as const),
  ...{ budgetCode: '00', budgetLabel: 'Budget principal' },
};
const ISSUER = {
  name: 'Commune de Val-d’Œuvre',
  phone: '04 67 00 00 00',
  address: { street: '1 place de la Mairie', postalCode: '34990', city: 'Val-d’Œuvre' },
};
const CONTENT: PieceContent = {
  invoiceNumber: 'F-2026-000017',
  period: { from: '2026-10-01', to: '2026-10-31' },
  debtor: {
    ...{ kind: 'PERSON', reference: 'FAM000012', civility: 'MME', name: 'O’Connor-Lœwenstein', firstName: 'Zoë' },
    address: { complement: 'Bâtiment C', street: '14 bis rue des Tilleuls', postalCode: '34990', city: 'Val-d’Œuvre' },
  },
  lines: [{ prestationId: 1, prestation: 'Cantine', product: 'CANT', nature: '7067', function: '281', cents: 4560 }],
  basis: [
    { label: 'Cantine – Léa', from: '2026-10-01', to: '2026-10-30', cents: 4560, quantity: 12, unitCents: 380 },
    { label: 'Garderie – Léa', from: '2026-10-02', to: '2026-10-02', cents: 500 },
  ],
};
const LONG: PieceContent = {
  ...CONTENT,
  basis: Array.from({ length: 60 }, (_, index) => ({
    ...{ label: `Centre de loisirs – Léa, semaine ${index + 1}`, from: '2026-10-01', to: '2026-10-30' },
    ...{ cents: 1000, quantity: 4, unitCents: 250 },
  })),
  lines: [{ ...CONTENT.lines[0]!, cents: 60_000 }],
};

function notice(
  { kind = 'TITRE', content = CONTENT }: { kind?: BatchKind; content?: PieceContent } = {},
  terms: Partial<NoticeSettings> = {},
) {
  const batch: NumberedBatch = {
    ...{ kind, exercise: 2026, issuedOn: Temporal.PlainDate.from('2026-11-26'), budgetCode: '00' },
    ...{ number: 3, firstPiece: 417, pieces: 1, totalCents: 4560 },
  };
  const debtNumber = kind === 'ORMC' ? '2026000017' : null;
  return printedNotice(
    batch,
    { pieceRank: 1, content, debtNumber },
    { settings: { ...SETTINGS, notice: { ...NOTICE, ...terms } }, issuer: ISSUER },
  );
}

const described = (...notices: [ReturnType<typeof notice>, ...ReturnType<typeof notice>[]]) =>
  noticeDocument(notices, { title: 'Avis', drawnAt: Temporal.Instant.from('2026-11-26T08:00:00Z') });

const tools = ['pdftoppm', 'pdftotext', 'zbarimg', 'dmtxread'];
const areHere = tools.every((tool) => spawnSync(tool, ['--version']).error === undefined);
if (!areHere) console.warn(`${tools.join(', ')}: not all installed, printed avis are not read back`);

(areHere ? describe : describe.skip)('a printed avis des sommes à payer', () => {
  const run = (tool: string, options: readonly string[], input: Buffer) =>
    spawnSync(tool, options, { input, maxBuffer: 100_000_000 }).stdout;
  const page = (pdf: Buffer, number: number) =>
    run('pdftoppm', ['-r', '150', '-png', '-f', String(number), '-l', String(number), '-'], pdf);
  const textOf = (pdf: Buffer) =>
    run('pdftotext', ['-layout', '-', '-'], pdf)
      .toString()
      .replace(/[\u00a0\u202f]/g, ' ');
  const SLIP = /^ *012100300264940033000160\n *37010000020260000170123454985806 +4560$/m;

  it('says what, why, to whom and how, and its slip is read by machines', async () => {
    const pdf = await renderPdf(described(notice()));
    const text = textOf(pdf);
    for (const words of [
      '45,60 €',
      'Titre de recettes n° 417',
      'F-2026-000017',
      '202600000417000001',
      'Paul Martin, Maire',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/tribunal administratif de\s+Montpellier dans les deux mois/);
    expect(text).toMatch(SLIP);
    const png = page(pdf, 1);
    expect(run('dmtxread', ['-N', '1', '-'], png).toString()).toBe(
      `${' '.repeat(64)}012100300264940033000160 37010000020260000170123454985806     4560`,
    );
    expect(run('zbarimg', ['--quiet', '--raw', '-'], png).toString().trimEnd()).toBe('https://www.payfip.gouv.fr');
  });

  it('keeps its slip on the first page, however long the debt is', async () => {
    const pdf = await renderPdf(described(notice({ content: LONG })));
    const [first, second] = textOf(pdf).split('\f');
    expect(first).toMatch(/^ *\d{32} +60000$/m);
    expect(first).toContain('À reporter');
    expect(second).not.toContain('détacher');
  });

  it('of an article of a rôle tells its debt and its 21 digits, and the days that one has', async () => {
    const text = textOf(await renderPdf(described(notice({ kind: 'ORMC' }, { payWithinDays: 30 }))));
    for (const words of [
      'Article n° 417 du rôle n° 3',
      '2026000017',
      'À payer dans les 30 jours',
      'titre de recettes collectif',
    ])
      expect(text).toContain(words);
    // A code recette of letters has no place in the reference: only the Trésorerie’s own papers tell it.
    expect(
      textOf(await renderPdf(described(notice({ kind: 'ORMC' }, { slip: { ...NOTICE.slip, revenue: 'CA' } })))),
    ).not.toContain('En ligne');
  });

  it('asks for nothing that the Trésor debits: no slip, no code', async () => {
    const debit = { mandateId: 1, on: '2026-12-28', sequence: 'RCUR' } as const;
    const pdf = await renderPdf(described(notice({ kind: 'ORMC', content: { ...CONTENT, debit } })));
    const text = textOf(pdf);
    expect(text).toContain('Prélevé sur votre compte le 28 décembre 2026');
    expect(text).not.toMatch(/détacher|scanner|chèque/);
  });

  it('is one letter of many in a file to print', async () => {
    const pdf = await renderPdf(described(notice(), notice({ content: LONG })));
    expect(textOf(pdf).match(/Page 1 sur/g)).toHaveLength(2);
  });
});
