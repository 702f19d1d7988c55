import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered, api, type Schemas } from '../api/client';

/** What one chose to pay, as the page shows it. */
export interface ToPay {
  readonly invoiceIds: readonly number[];
  readonly cents: number;
}

export interface Paying {
  readonly pending: boolean;
  readonly error: unknown;
  /** Opened, for another amount than was shown: one is told before one goes there. */
  readonly changed: Schemas['StartedOnlinePaymentDto'] | null;
  readonly pay: () => void;
}

/**
 * Opens an online payment and goes to its page. One press opens one payment; the service answers the same one to a second
 * press. What was shown is read again where the service says otherwise.
 */
export function usePay(familyId: number, chosen: ToPay | null): Paying {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['family', familyId] });
  const start = useMutation({
    mutationFn: ({ invoiceIds }: ToPay) =>
      answered(
        api.POST('/api/v1/families/{familyId}/online-payments', {
          params: { path: { familyId } },
          body: { invoiceIds: [...invoiceIds] },
        }),
      ),
    onSuccess: async (started, shown) => {
      if (started.cents === shown.cents) window.location.assign(started.redirectUrl);
      else await refresh();
    },
    onError: refresh,
  });
  const { data: started, variables: asked, reset } = start;
  // Who comes back from the page of payment by « Retour » finds this one as it was left: the button is ready again.
  useEffect(() => {
    const back = ({ persisted }: PageTransitionEvent) => (persisted ? reset() : undefined);
    window.addEventListener('pageshow', back);
    return () => window.removeEventListener('pageshow', back);
  }, [reset]);
  const otherAmount = started !== undefined && started.cents !== asked.cents;
  const sameChoice = chosen?.invoiceIds.join() === asked?.invoiceIds.join();
  return {
    pending: start.isPending || (started !== undefined && !otherAmount),
    error: start.error,
    changed: otherAmount && sameChoice ? started : null,
    pay: () => (chosen ? start.mutate(chosen) : undefined),
  };
}
