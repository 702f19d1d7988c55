import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  stat,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Configuration } from '../config/configuration.js';

/** Longer than any request lasts between its bytes and its row. */
const FRESH_MS = 3_600_000;
const DIGEST = /^[0-9a-f]{64}$/;

/** Bytes that came and are kept nowhere yet. */
export interface Draft {
  readonly digest: string;
  readonly size: number;
  read(): Promise<Buffer>;
  erase(): Promise<void>;
}

/**
 * Bytes under FILES_DIR, by their digest. In `incoming` lie those that are still being written, and for each content
 * whose row is not committed yet an empty mark under its digest: what a killed process began is found there.
 */
@Injectable()
export class BytesOnDisk {
  constructor(private readonly configuration: Configuration) {}

  read(digest: string): Readable {
    return createReadStream(this.path(digest));
  }

  /** Marks the content and writes its bytes, flushed, where they are not there yet. */
  async write(digest: string, content: Buffer): Promise<void> {
    await this.mark(digest);
    const path = this.path(digest);
    const there = await stat(path).catch(unlessMissing);
    if (there?.size === content.length && (await isTouched(path))) return;
    await this.drafted(async (draft) => {
      await draft.writeFile(content);
      return digest;
    });
  }

  /** The same for bytes that come one after the other: they are marked once their digest is known. */
  async writeStream(chunks: AsyncIterable<Uint8Array>): Promise<{ digest: string; size: number }> {
    let size = 0;
    const digest = await this.drafted(async (draft) => {
      const written = await appended(draft, chunks);
      size = written.size;
      return written.digest;
    });
    return { digest, size };
  }

  /** Bytes that are looked at before anything is kept. One that nobody erases is swept, as any that is written no more. */
  async draft(chunks: AsyncIterable<Uint8Array>): Promise<Draft> {
    const path = join(this.incoming, randomUUID());
    const erase = () => unlink(path).catch(unlessMissing);
    await mkdir(this.incoming, { recursive: true });
    const draft = await open(path, 'wx');
    try {
      return { ...(await appended(draft, chunks)), read: () => readFile(path), erase };
    } catch (error) {
      await erase();
      throw error;
    } finally {
      await draft.close();
    }
  }

  /** A row holds the content: its mark goes. One that stays is looked at by the next sweep. */
  held(digest: string): void {
    void unlink(join(this.incoming, digest)).catch(() => undefined);
  }

  /** Contents whose row did not come within the hour, and drafts that nobody has written to for as long. */
  async *interrupted(): AsyncGenerator<{ readonly name: string; readonly isDraft: boolean }> {
    for (const name of (await readdir(this.incoming).catch(unlessMissing)) ?? []) {
      const there = await stat(join(this.incoming, name)).catch(unlessMissing);
      if (there && !isFresh(there)) yield { name, isDraft: !DIGEST.test(name) };
    }
  }

  async eraseIncoming(name: string): Promise<void> {
    await unlink(join(this.incoming, name)).catch(unlessMissing);
  }

  /**
   * Erases the bytes of a content unless `isHeld`. Someone may be writing the same content at this very moment, and add
   * its row in a second: the bytes are set aside, always in the same place so that a second try finds them, and put back
   * when a row holds them or when they were written or asked for within the hour. Throws in that case, to be tried again.
   */
  async eraseUnless(digest: string, isHeld: () => Promise<boolean>): Promise<void> {
    const path = this.path(digest);
    const aside = `${path}.forgotten`;
    // A process may have died with the bytes aside.
    if (await isHeld()) return void (await rename(aside, path).catch(unlessMissing));
    await rename(path, aside).catch(unlessMissing);
    const there = await stat(aside).catch(unlessMissing);
    if (!there) return;
    let erased = false;
    try {
      if (await isHeld()) return;
      if (isFresh(there)) throw new Error('the same content was asked for within the hour');
      await unlink(aside);
      erased = true;
    } finally {
      if (!erased) await rename(aside, path);
    }
  }

  /** Writes under a name of its own, then where the digest says, which it answers. */
  private async drafted(write: (draft: FileHandle) => Promise<string>): Promise<string> {
    const name = join(this.incoming, randomUUID());
    await mkdir(this.incoming, { recursive: true });
    try {
      const draft = await open(name, 'wx');
      const digest = await write(draft)
        .then((written) => draft.sync().then(() => written))
        .finally(() => draft.close());
      await this.mark(digest);
      await mkdir(dirname(this.path(digest)), { recursive: true });
      await rename(name, this.path(digest));
      return digest;
    } catch (error) {
      await unlink(name).catch(() => undefined);
      throw error;
    }
  }

  private async mark(digest: string): Promise<void> {
    await mkdir(this.incoming, { recursive: true });
    await writeFile(join(this.incoming, digest), '');
  }

  private get incoming(): string {
    return join(this.configuration.filesDirectory, 'incoming');
  }

  private path(digest: string): string {
    return join(this.configuration.filesDirectory, digest.slice(0, 2), digest);
  }
}

async function appended(
  file: FileHandle,
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly digest: string; readonly size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    size += chunk.length;
    await file.appendFile(chunk);
  }
  return { digest: hash.digest('hex'), size };
}

function isFresh({ mtimeMs }: { readonly mtimeMs: number }): boolean {
  return mtimeMs > Date.now() - FRESH_MS;
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** Says that the bytes are asked for now; false when they were just erased. */
async function isTouched(path: string): Promise<boolean> {
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    () => false,
  );
}
