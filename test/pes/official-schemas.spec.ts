import { beforeAll, describe, expect, it } from '@jest/globals';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { typeset } from '../../src/kernel/french.js';
import type { Configuration } from '../../src/platform/config/configuration.js';
import {
  asapParts,
  CheckSchema,
  checkingBordereau,
  type Fault,
  parseTriplet,
  partBytes,
  readAcquit,
  type Recette,
  recetteParts,
  TITRE,
  type XmlPart,
} from '../../src/pes/index.js';
import { PES_SCHEMAS } from '../support/pes-schemas.js';
import { asap, ASAP_LINES, article, flow, flows, head, mother, titre } from './example-flows.js';

const EXPORTS = process.env['PES_EXPORT_DIR'];

async function written(parts: AsyncIterable<XmlPart> | Iterable<XmlPart>): Promise<{ bytes: Buffer; faults: Fault[] }> {
  const faults: Fault[] = [];
  const check = new CheckSchema({ pesSchemaDirectory: PES_SCHEMAS } as Configuration);
  const chunks: Buffer[] = [];
  for await (const part of check.watch(stream(parts), faults)) chunks.push(partBytes(part));
  return { bytes: Buffer.concat(chunks), faults };
}

async function* stream<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}

async function businessFaults({ bordereaux }: Recette): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { bordereau, pieces } of bordereaux) {
    const check = checkingBordereau(bordereau, 0);
    for await (const piece of pieces) faults.push(...check.piece(piece));
    faults.push(...check.end());
  }
  return faults;
}

beforeAll(async () => {
  if (EXPORTS) await mkdir(EXPORTS, { recursive: true });
});

async function exported(name: string, bytes: Buffer): Promise<void> {
  if (EXPORTS) await writeFile(join(EXPORTS, `${name}.xml`), bytes);
}

if (PES_SCHEMAS === null) {
  it.skip('skipped: shared/pes is not beside the repository; files for the Trésorerie pass the business checks only', () => {});
}
const withSchemas = PES_SCHEMAS === null ? describe.skip : describe;

withSchemas('what leaves for the Trésorerie follows its schemas', () => {
  it.each([
    ['ormc', flows.ormc()],
    ['ormc-prelevement', flows.ormcDebited()],
    ['ormc-edition-06', flows.ormcPrinted()],
    ['titres', flows.titres()],
    ['titre-role', flows.recapitulative()],
    ['titre-regie-01-07-05', flows.regie(parseTriplet('01/07/05'))],
    ['titre-regie-01-05-05', flows.regie(parseTriplet('01/05/05'))],
    ['reductions', flows.reductions()],
    ['ormc-3000', flows.many(3000)],
  ])('%s', async (name, recette) => {
    expect(await businessFaults(recette)).toEqual([]);
    const { bytes, faults } = await written(recetteParts(recette));
    expect(faults).toEqual([]);
    expect(bytes.subarray(0, 44).toString('latin1')).toBe('<?xml version="1.0" encoding="ISO-8859-1"?>\n');
    await exported(name, bytes);
  });

  it('titres with their ASAP as data, each a file of its own inside', async () => {
    const piece = titre(211, 5494, { debtor: mother, edition: '01' });
    const data = await written(asapParts(asap(piece, ASAP_LINES), head(TITRE, 'ASAP_0001')));
    expect(data.faults).toEqual([]);
    await exported('asap', data.bytes);
    const attachment = {
      ...{ id: 'ASAP2026211', name: 'ASAP_2026_211.xml', type: '006' as const },
      ...{ mimeType: 'application/xml', description: 'Avis des sommes à payer 2026-000017', content: data.bytes },
    };
    const recette = flow('TITRES_ASAP', TITRE, [{ ...piece, attachments: [attachment] }], {
      attachments: [attachment],
    });
    expect(await businessFaults(recette)).toEqual([]);
    const { bytes, faults } = await written(recetteParts(recette));
    expect(faults).toEqual([]);
    expect(bytes.toString('latin1')).toContain('<Nom V="O&apos;CONNOR-LOEWENSTEIN"/>');
    await exported('titres-asap', bytes);
  });

  it('tells a fault by its piece, its line in the file and its element, far into it', async () => {
    const pieces = Array.from({ length: 700 }, (_, index) => article(index + 1, 1500));
    const [line] = pieces[650]!.lines;
    pieces[650] = { ...pieces[650]!, lines: [{ ...line!, product: 'TROP LONG' }] };
    const { bytes, faults } = await written(
      recetteParts(flow('FAULT', flows.ormc().bordereaux[0]!.bordereau.triplet, pieces)),
    );
    const where = { piece: 651, line: faults[0]?.line, element: 'CodProdLoc' };
    expect(faults).toEqual([
      { ...where, message: typeset('CodProdLoc : « TROP LONG » a 9 caractères, 4 au plus.') },
      { ...where, message: typeset('CodProdLoc : « TROP LONG » n’a pas la forme voulue.') },
    ]);
    expect(bytes.toString('latin1').split('\n')[faults[0]!.line! - 1]).toContain('TROP LONG');
  });

  it('refuses a bordereau without a piece', async () => {
    const { faults } = await written(recetteParts(flow('EMPTY', TITRE, [], { pieces: 1, cents: 1 })));
    expect(faults).toEqual([
      expect.objectContaining({ element: 'Bordereau', message: expect.stringContaining('il manque Piece') }),
    ]);
  });
});

it('without schemas a file is written all the same, and says that it was not validated', async () => {
  const check = new CheckSchema({ pesSchemaDirectory: null } as Configuration);
  expect(check.available).toBe(false);
  const faults: Fault[] = [];
  const parts: XmlPart[] = [];
  for await (const part of check.watch(recetteParts(flow('EMPTY', TITRE, [])), faults)) parts.push(part);
  expect([parts.length, faults.length]).toEqual([6, 0]);
});

const SAMPLE = join(process.cwd(), '../shared/pes/samples/pastell_pes_acquit.xml');

(existsSync(SAMPLE) ? it : it.skip)('an acquit as another software keeps one for its tests is read', async () => {
  const { fileName, elements } = await readAcquit(createReadStream(SAMPLE));
  expect(fileName).toBe('HELIOS_SIMU_ALR2_1477486132_1155762524.xml');
  expect(elements.map(({ domain, accepted, bordereau }) => [domain, accepted, bordereau?.number ?? null])).toEqual([
    [5, true, 1847],
    ...Array.from({ length: 4 }, () => [4, true, null]),
  ]);
});
