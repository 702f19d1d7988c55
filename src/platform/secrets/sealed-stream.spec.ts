import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { parseDataKeys } from '../config/data-keys.js';
import { openedSize, openStream, sealStream, streamKeyIdOf } from './sealed-stream.js';
import { SealBroken, type SealedPlace } from './sealed-text.js';

const [oldText, newText] = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64'));
const [newest, old] = parseDataKeys(`${newText},${oldText}`, true);
const place: SealedPlace = { collectiviteId: 1, table: 'claim_batches', column: 'file_id', reference: 'a-b-c' };
/** What a frame holds, and takes sealed; what stands before the first. */
const [FRAME, SEALED, HEAD] = [65_536, 65_552, 44];

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

const sealed = (content: Buffer, chunk = 10_000, key = newest!) =>
  whole(sealStream(inChunks(content, chunk), place, key));
const opened = (bytes: Buffer, chunk = 7001, at = place, keys = [newest!]) =>
  whole(openStream(inChunks(bytes, chunk), at, keys));

describe('a file sealed in a stream', () => {
  it.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 2 * FRAME, 3 * FRAME + 17])(
    'of %d bytes opens the same, whatever the chunks',
    async (size) => {
      const content = randomBytes(size);
      for (const chunk of [1000, FRAME, 5 * FRAME]) {
        const bytes = await sealed(content, chunk);
        expect((await opened(bytes)).equals(content)).toBe(true);
        expect((await opened(bytes, 5 * SEALED)).equals(content)).toBe(true);
        expect(openedSize(bytes.length)).toBe(size);
      }
    },
  );

  it('shows nothing of its content, is never the same twice, and names its key', async () => {
    const content = Buffer.from('<IBAN V="FR7630006000011234567890189"/>');
    const [one, two] = [await sealed(content), await sealed(content, 5, old)];
    expect(one.toString('latin1')).not.toContain('FR76');
    expect(one.equals(await sealed(content))).toBe(false);
    expect([streamKeyIdOf(one), streamKeyIdOf(two), streamKeyIdOf(content)]).toEqual([newest!.id, old!.id, null]);
    expect((await opened(two, 100, place, [newest!, old!])).equals(content)).toBe(true);
    await expect(opened(two)).rejects.toThrow(/DATA_KEY does not hold/);
  });

  const content = randomBytes(2 * FRAME + 100);
  const frame = (bytes: Buffer, rank: number) => bytes.subarray(HEAD + rank * SEALED, HEAD + (rank + 1) * SEALED);

  it.each<[string, (bytes: Buffer, other: Buffer) => Buffer]>([
    ['without its last frame', (bytes) => bytes.subarray(0, HEAD + 2 * SEALED)],
    ['without its last byte', (bytes) => bytes.subarray(0, -1)],
    ['cut in a frame', (bytes) => bytes.subarray(0, HEAD + SEALED + 1000)],
    ['cut after its head', (bytes) => bytes.subarray(0, HEAD)],
    ['cut in its head', (bytes) => bytes.subarray(0, HEAD - 1)],
    ['of which nothing is left', () => Buffer.alloc(0)],
    ['with a byte more', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    [
      'with two frames in the other order',
      (bytes) =>
        Buffer.concat([bytes.subarray(0, HEAD), frame(bytes, 1), frame(bytes, 0), bytes.subarray(HEAD + 2 * SEALED)]),
    ],
    ['without its first frame', (bytes) => Buffer.concat([bytes.subarray(0, HEAD), bytes.subarray(HEAD + SEALED)])],
    [
      'with a frame of another file of the same place',
      (bytes, other) => Buffer.concat([bytes.subarray(0, HEAD), frame(other, 0), bytes.subarray(HEAD + SEALED)]),
    ],
    ['that is no sealed file', () => content],
  ])('%s does not open', async (_, damaged) => {
    await expect(opened(damaged(await sealed(content), await sealed(content)))).rejects.toThrow(SealBroken);
  });

  it.each([3, 12, HEAD, HEAD + FRAME, HEAD + SEALED + 5, HEAD + 2 * SEALED + 50])(
    'changed at byte %d does not open',
    async (index) => {
      const bytes = await sealed(content);
      bytes[index]! ^= 1;
      await expect(opened(bytes)).rejects.toThrow(SealBroken);
    },
  );

  it.each<[string, Partial<SealedPlace>]>([
    ['another commune', { collectiviteId: 2 }],
    ['another row', { reference: 'a-b-d' }],
    ['another column', { column: 'pdf_file_id' }],
  ])('stays shut in %s', async (_, elsewhere) => {
    await expect(opened(await sealed(content), 7001, { ...place, ...elsewhere })).rejects.toThrow(SealBroken);
  });

  it('lets go of its bytes where one stops reading', async () => {
    const bytes = await sealed(content);
    for (const damaged of [bytes, content]) {
      let isOpen = true;
      async function* source() {
        try {
          yield* inChunks(damaged, 50_000);
        } finally {
          isOpen = false;
        }
      }
      const reading = openStream(source(), place, [newest!]);
      await reading.next().catch(() => undefined);
      await reading.return(undefined);
      expect(isOpen).toBe(false);
    }
  });
});
