import type { QueryClient } from '@tanstack/react-query';
import type { Schemas } from '../api/client';
import { dayIn } from '../words/dates';

const PLANNING = 'planning';

export interface LastPlanning {
  /** Milliseconds since the epoch. */
  readonly readAt: number;
  readonly planning: Schemas['PlanningDto'];
}

/** Keeps, of what is read here, one thing only: the last planning that holds the day on which it was read. */
export function keepPlannings(client: QueryClient): void {
  if (!('caches' in window)) return;
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    // What is shown before the service has answered is not known yet.
    if (event.action.manual) return;
    const [, , what, from, to] = event.query.queryKey as readonly unknown[];
    if (what !== 'planning') return;
    const planning = event.query.state.data as LastPlanning['planning'];
    const readAt = event.query.state.dataUpdatedAt;
    const day = dayIn(planning.timeZone, readAt);
    if (String(from) <= day && day <= String(to)) void keep({ readAt, planning });
  });
}

async function keep(last: LastPlanning): Promise<void> {
  await (await caches.open(PLANNING)).put('/', new Response(JSON.stringify(last)));
}

export async function lastPlanning(): Promise<LastPlanning | null> {
  const kept = 'caches' in window ? await (await caches.open(PLANNING)).match('/') : undefined;
  return kept ? ((await kept.json()) as LastPlanning) : null;
}

/** Whoever signed out leaves no planning behind. */
export async function forgetPlanning(): Promise<void> {
  if ('caches' in window) await caches.delete(PLANNING);
}
