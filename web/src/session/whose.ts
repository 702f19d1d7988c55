import type { Schemas } from '../api/client';

export type Publisher = Schemas['PublisherDto'];

/** The collectivité that an address names, or the only one there is; null where none is known. */
export function publisherOf(all: readonly Publisher[], collectiviteId: number | undefined): Publisher | null {
  if (all.length === 1) return all[0]!;
  return all.find((publisher) => publisher.collectiviteId === collectiviteId) ?? null;
}

/** The number of a collectivité in an address: `?mairie=3`. */
export function mairieIn({ mairie }: Record<string, unknown>): { mairie?: number } {
  return Number.isSafeInteger(mairie) && Number(mairie) > 0 ? { mairie: Number(mairie) } : {};
}
