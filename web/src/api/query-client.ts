import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  notifyManager,
  QueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import { Refused } from './problem';

// What a press changes is drawn in the same frame, not after a timer.
notifyManager.setScheduler(queueMicrotask);

/**
 * What was asked before a change does not stand after it. The library drops such an answer where an older one is shown;
 * the first of all, or that of a page that one has left, it would take for fresh: it is asked for again once it has come.
 */
class FreshQueries extends QueryClient {
  /** The other tabs of this browser: what changes in one is asked for again in all. Null until they are listened to. */
  #tabs: BroadcastChannel | null = null;

  override invalidateQueries<Key extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<Key>,
    options?: InvalidateOptions,
  ): Promise<void> {
    this.#tabs?.postMessage(filters?.queryKey);
    return this.#askAgain(filters, options);
  }

  listenToOtherTabs(): void {
    this.#tabs = new BroadcastChannel('espace-famille');
    this.#tabs.onmessage = ({ data }: MessageEvent<QueryKey | undefined>) =>
      void this.#askAgain(data && { queryKey: data });
  }

  async #askAgain<Key extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<Key>,
    options?: InvalidateOptions,
  ): Promise<void> {
    const before = this.getQueryCache()
      .findAll({ ...filters, fetchStatus: 'fetching' })
      .filter((query) => query.state.data === undefined || !query.isActive());
    const again = before.map(async ({ promise, queryKey }) => {
      const came = await promise?.then(
        () => true,
        () => false,
      );
      if (came) await super.invalidateQueries({ ...filters, queryKey, exact: true }, options);
    });
    await Promise.all([super.invalidateQueries(filters, options), ...again]);
  }
}

/** What the service refused is not asked again; what did not arrive is. */
export const queryClient = new FreshQueries({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => !(error instanceof Refused) && failures < 3,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
