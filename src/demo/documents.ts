import { readFile } from 'node:fs/promises';
import { Temporal } from '../kernel/civil-time.js';
import { renderPdf } from '../platform/pdf/index.js';
import { COMMUNE } from './commune.js';

/** What people send and publish. */

/** A certificate that says nothing but what a mairie may read. */
export function certificate(): Promise<Uint8Array<ArrayBuffer>> {
  return plainDocument(
    'Certificat médical',
    'Je soussigné certifie que l’état de santé de l’enfant ne lui permettait pas de fréquenter l’école.',
  );
}

/** A tree over the river. */
export async function logo(): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await readFile(new URL('logo.png', import.meta.url)));
}

export async function plainDocument(title: string, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await renderPdf({
    title,
    author: COMMUNE.name,
    createdAt: Temporal.Instant.from('2026-08-25T08:00:00Z'),
    content: [
      {
        kind: 'letterhead',
        emitter: { name: COMMUNE.name, lines: [COMMUNE.addressLine1, `${COMMUNE.postalCode} ${COMMUNE.city}`] },
      },
      { kind: 'title', text: title },
      { kind: 'paragraph', text },
    ],
  });
  return Uint8Array.from(pdf);
}
