import { afterEach, describe, expect, it } from '@jest/globals';
import { QueryObserver } from '@tanstack/react-query';
import { queryClient } from './query-client';

const KEY = ['family', 1, 'basket'];

/** A service whose answers come when told to, each with what was true when it was asked. */
function service() {
  const held: (() => void)[] = [];
  const now = { value: 'before' };
  const queryFn = () => {
    const { value } = now;
    return new Promise<string>((resolve) => held.push(() => resolve(value)));
  };
  return { now, queryFn, held };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('what was asked before a change', () => {
  afterEach(() => queryClient.clear());

  it.each([
    ['for the first time', undefined],
    ['to refresh what is shown', 'older'],
  ])('%s does not stand after it', async (_when, initialData) => {
    const { now, queryFn, held } = service();
    const observer = new QueryObserver(queryClient, {
      ...{ queryKey: KEY, queryFn, initialDataUpdatedAt: 0 },
      ...(initialData === undefined ? {} : { initialData }),
    });
    const leave = observer.subscribe(() => undefined);
    now.value = 'after';
    const invalidated = queryClient.invalidateQueries({ queryKey: ['family', 1] });
    held[0]!();
    await settled();
    held[1]!();
    await invalidated;
    expect(queryClient.getQueryData(KEY)).toBe('after');
    expect(held.length).toBe(2);
    leave();
  });

  it('is not taken for fresh where the page that asked was left meanwhile', async () => {
    const { queryFn, held } = service();
    queryClient.setQueryData(KEY, 'older', { updatedAt: 0 });
    const asked = queryClient.prefetchQuery({ queryKey: KEY, queryFn });
    const invalidated = queryClient.invalidateQueries({ queryKey: ['family', 1] });
    held[0]!();
    await Promise.all([asked, invalidated]);
    expect(queryClient.getQueryState(KEY)).toMatchObject({ data: 'before', isInvalidated: true });
    expect(held.length).toBe(1);
  });
});
