import { useQueries } from '@tanstack/react-query';
import { planning, type Planning } from '../queries';
import { slices } from './typical-week';

export interface ReadSpan {
  /** What has come so far, in the order of the days. */
  readonly plannings: readonly Planning[];
  /** Whether all of it has. */
  readonly whole: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

/** A span of any length: read as soon as the page is there, so that what is ticked is counted at once. */
export function useSpan(familyId: number, from: string, to: string): ReadSpan {
  const read = useQueries({ queries: slices(from, to).map((slice) => planning(familyId, ...slice)) });
  return {
    plannings: read.flatMap(({ data }) => data ?? []),
    whole: read.every(({ data }) => data),
    error: read.find(({ error, data }) => error && !data)?.error ?? null,
    retry: () => {
      for (const slice of read) if (slice.error) void slice.refetch();
    },
  };
}
