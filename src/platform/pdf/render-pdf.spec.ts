import { spawnSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { euros, NBSP } from '../../kernel/french.js';
import { renderPdf, type PdfBlock, type PdfDescription, type TableRow } from './index.js';

const amounts = Array.from({ length: 120 }, (_, index) => 1000 + index);
const rows: TableRow[] = [
  ...amounts.map((amount, index) => ({ cells: [`Ligne ${index + 1}`, euros(amount)] })),
  { kind: 'total', cells: ['Total', euros(amounts.reduce((sum, amount) => sum + amount, 0))] },
];
const longTable: PdfBlock = {
  kind: 'table',
  summary: 'Cent vingt lignes',
  columns: [
    { header: 'Objet', width: 1 },
    { header: 'Montant', width: 'fit', align: 'right' },
  ],
  rows,
  carried: [{ column: 1, of: (_, index) => amounts[index] ?? 0, format: euros }],
};
const letterhead: PdfBlock = {
  kind: 'letterhead',
  emitter: { name: 'Mairie de Val-d’Œuvre', lines: ['1, place de la République'] },
  recipient: ['Madame Zoë MARTIN', '14 bis rue des Tilleuls', '42990 VAL-D’ŒUVRE'],
  references: [['Numéro', '2026-000123']],
};
const paragraph: PdfBlock = { kind: 'paragraph', text: 'Reçu de Léa 👩‍👧 : « douze repas ».' };

function described(content: readonly PdfBlock[], more: Partial<PdfDescription> = {}): PdfDescription {
  const createdAt = Temporal.Instant.from('2026-12-02T08:00:00Z');
  return {
    title: 'Pièce n° 1 <R&D>',
    author: 'Mairie de Val-d’Œuvre',
    createdAt,
    legal: 'Mention légale',
    content,
    ...more,
  };
}

describe('the bytes of a PDF', () => {
  it('say that it is tagged, in French, with a title, after PDF/UA-1', async () => {
    const text = (await renderPdf(described([letterhead, paragraph, longTable]))).toString('latin1');
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).toContain('/Lang (fr-FR)');
    expect(text).toMatch(/\/MarkInfo \d+ 0 R/);
    expect(text).toContain('/Marked true');
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain(
      'Pièce n° 1 &#60;R&#38;D&#62;'.replace(/[^\x20-\x7e]/g, (c) => Buffer.from(c).toString('latin1')),
    );
    for (const tag of ['Document', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD'])
      expect(text).toMatch(new RegExp(`/S /${tag}\\b`));
    expect(text).toContain('/Scope /Column');
    expect(text).not.toContain('/BaseFont /Helvetica');
    expect(text.match(/\/FontFile2/g)).toHaveLength(2);
  });

  it('mark all that is shown, as content or as decoration', async () => {
    const bytes = await renderPdf(described(everyBlock()));
    const pages = contentStreams(bytes);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      let depth = 0;
      for (const [operator] of page.matchAll(/\b(BDC|BMC|EMC|TJ|Tj|f|S|re|l)(?=\n)/g)) {
        if (operator === 'BDC' || operator === 'BMC') depth += 1;
        else if (operator === 'EMC') depth -= 1;
        else expect([operator, depth]).toEqual([operator, 1]);
      }
      expect(depth).toBe(0);
    }
  });

  it('are the same for the same description, whatever was drawn before', async () => {
    const first = await renderPdf(described([letterhead, paragraph, longTable]));
    await renderPdf(described([{ kind: 'title', text: `ﬁn${NBSP}‑ 5${NBSP}µg ∆ fi` }]));
    expect((await renderPdf(described([letterhead, paragraph, longTable]))).equals(first)).toBe(true);
  });

  it('accept awkward descriptions', async () => {
    const giant = 'mot '.repeat(6000);
    await expect(
      renderPdf(
        described([
          { kind: 'title', text: '' },
          { kind: 'paragraph', text: '\u0000' },
          { kind: 'notice', text: giant },
          { ...letterhead, recipient: ['\u200b', 'Résidence '.repeat(30)] },
          { kind: 'paragraph', text: 'x'.repeat(5000) },
          { kind: 'keyValues', rows: [] },
          { ...longTable, rows: [] },
          { ...longTable, rows: [{ cells: [{ text: giant, note: giant }, '1'] }, { cells: ['', ''] }] },
        ]),
      ),
    ).resolves.toBeInstanceOf(Buffer);
  });

  it('refuse what would lose something without a word', async () => {
    await expect(renderPdf(described([]))).rejects.toThrow(RangeError);
    await expect(renderPdf(described([{ ...longTable, rows: [{ cells: ['un seul'] }] }]))).rejects.toThrow(RangeError);
    const seven = Array.from({ length: 7 }, (_, line) => `ligne ${line}`);
    await expect(renderPdf(described([{ ...letterhead, recipient: seven }]))).rejects.toThrow(RangeError);
  });
});

const poppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (!poppler) console.warn('pdftotext is not installed: the text of the PDF is not read back');

(poppler ? describe : describe.skip)('the text read back from a PDF', () => {
  it('has the accents, the typography and a box for the emoji', async () => {
    const [text] = pagesOf(await renderPdf(described([letterhead, paragraph])));
    expect(text).toContain('Madame Zoë MARTIN');
    expect(text).toContain('Mairie de Val-d’Œuvre');
    expect(text).toContain('Reçu de Léa □ : « douze repas ».');
    expect(text).toContain('Mention légale');
    expect(text).toContain('Page 1 sur 1');
  });

  it('repeats the heading and carries the totals from page to page', async () => {
    const pages = pagesOf(await renderPdf(described([letterhead, longTable])));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, index) => {
      expect(page).toMatch(/Objet +Montant/);
      expect(page).toContain(`Page ${index + 1} sur ${pages.length}`);
      if (index + 1 === pages.length) return expect(page).toMatch(/Total +1[\s\u202f]271,40 €/);
      const numbers = [...page.matchAll(/Ligne (\d+)/g)].map(([, number]) => Number(number));
      const soFar = amounts.slice(0, Math.max(...numbers)).reduce((sum, amount) => sum + amount, 0);
      const printed = euros(soFar).replace(/\s/g, ' ');
      expect(page.replace(/[^\S\n]/g, ' ')).toMatch(new RegExp(`À reporter +${printed}`));
      expect(pages[index + 1]!.replace(/[^\S\n]/g, ' ')).toMatch(new RegExp(`Report +${printed}`));
    });
    const lines = pages.join('').match(/Ligne \d+/g)!;
    expect(lines).toEqual(amounts.map((_, index) => `Ligne ${index + 1}`));
  });

  it('breaks texts at their spaces before it breaks an amount', async () => {
    const fit = { width: 'fit', align: 'right' } as const;
    const table: PdfBlock = {
      kind: 'table',
      columns: [
        { header: 'Famille', width: 1 },
        ...Array.from({ length: 7 }, (_, at) => ({ header: `C${at}`, ...fit })),
      ],
      rows: [{ cells: ['Cantine de Valmont', ...Array.from({ length: 7 }, () => '123456,78')] }],
    };
    const [page] = pagesOf(await renderPdf(described([table])));
    expect(page!.match(/123456,78/g)).toHaveLength(7);
    for (const word of ['Cantine', 'Valmont']) expect(page).toContain(word);
  });

  it('never leaves a heading at the foot of a page without the first row of its table, and the total of an only row', async () => {
    const table: PdfBlock = {
      kind: 'table',
      columns: [{ header: 'Objet', width: 1 }],
      rows: [{ cells: [{ text: 'Seule ligne', note: 'Deux mots de plus' }] }, { kind: 'total', cells: ['Somme'] }],
    };
    for (let points = 500; points <= 740; points += 12) {
      const pages = pagesOf(
        await renderPdf(described([{ kind: 'space', points }, { kind: 'heading', text: 'Partie C' }, table])),
      );
      const page = pages.find((text) => text.includes('Partie C'))!;
      expect(page).toMatch(/Objet[^]+Seule ligne[^]+Somme/);
    }
  });

  const words = Array.from({ length: 3000 }, (_, index) => `m${index}`);
  const long = words.join(' ');
  it.each<PdfBlock>([
    { ...longTable, carried: [], rows: [{ cells: [long, '1'] }] },
    { ...longTable, carried: [], rows: [{ cells: [{ text: '', note: long }, '1'] }] },
    { kind: 'paragraph', text: long },
    { kind: 'notice', title: 'Recours', text: long },
    {
      kind: 'keyValues',
      columns: 2,
      rows: [
        ['Motif', long],
        ['Suite', 'aucune'],
      ],
    },
  ])('loses no word of a text longer than a page ($kind)', async (block) => {
    expect(
      pagesOf(await renderPdf(described([block])))
        .join(' ')
        .match(/\bm\d+\b/g),
    ).toEqual(words);
  });

  it('numbers the pages of each letter on its own', async () => {
    const pages = pagesOf(await renderPdf(described([letterhead, longTable, letterhead, paragraph])));
    expect(pages.at(-1)).toContain('Page 1 sur 1');
    expect(pages[0]).toContain(`Page 1 sur ${pages.length - 1}`);
  });

  it('keeps a total with the row before it', async () => {
    for (let count = 20; count < 60; count += 1) {
      const short = [...rows.slice(0, count), rows.at(-1)!];
      const pages = pagesOf(await renderPdf(described([{ ...longTable, rows: short }])));
      expect(pages.at(-1)).toContain(`Ligne ${count}`);
    }
  });
});

function pagesOf(pdf: Buffer): string[] {
  const { stdout } = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], { input: pdf });
  return stdout.toString('utf8').split('\f').slice(0, -1);
}

function contentStreams(pdf: Buffer): string[] {
  const streams: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 7)) {
    if (pdf.subarray(at - 3, at).toString() === 'end') continue;
    const end = pdf.indexOf('\nendstream', at);
    const raw = pdf.subarray(at + 7, end);
    if (raw[0] !== 0x78) continue;
    const text = inflateSync(raw).toString('latin1');
    if (text.startsWith('1 0 0 -1')) streams.push(text);
  }
  return streams;
}

function everyBlock(): PdfBlock[] {
  return [
    letterhead,
    { kind: 'title', text: 'Titre', subtitle: 'Sous-titre' },
    { kind: 'heading', text: 'Partie' },
    paragraph,
    {
      kind: 'keyValues',
      columns: 2,
      rows: [
        ['Un', '1'],
        ['Deux', '2'],
        ['Trois', '3'],
      ],
    },
    { kind: 'callout', label: 'Net à payer', value: euros(1234), note: 'avant le 31' },
    { kind: 'notice', title: 'Recours', text: 'Deux mois.' },
    { kind: 'space', points: 10 },
    longTable,
    { kind: 'pageBreak' },
    {
      kind: 'signatures',
      statement: 'Certifié exact.',
      frames: [{ title: 'Régisseur', lines: ['Date'] }, { title: 'Maire' }],
    },
  ];
}
