import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** In which forms a report is downloaded. */
export const SHEETS = ['pdf', 'csv', 'xlsx'] as const;

export async function write(path: string, content: Buffer | string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
}

/** A text as a part of a file's name. */
export function fileWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-');
}
