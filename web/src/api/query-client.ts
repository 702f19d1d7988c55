import { notifyManager, QueryClient } from '@tanstack/react-query';
import { Refused } from './problem';

// What a press changes is drawn in the same frame, not after a timer.
notifyManager.setScheduler(queueMicrotask);

/** What the service refused is not asked again; what did not arrive is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => !(error instanceof Refused) && failures < 3,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
