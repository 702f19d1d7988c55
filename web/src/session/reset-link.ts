import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { Refused } from '../api/problem';

/** Whether the code of a mailed link may still serve; asked once each time its page opens, and never on its own. */
export const resetLink = (code: string) =>
  queryOptions({
    queryKey: ['reset-link', code],
    queryFn: async () => {
      await answered(api.POST('/api/v1/auth/password-resets/checks', { body: { code } }));
      return 'good' as const;
    },
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** What a refusal says of the link itself; null where another try may pass. */
export function faultOfLink(error: unknown): Refused | null {
  return error instanceof Refused && error.code in TITLES ? error : null;
}

export const TITLES: Readonly<Record<string, string>> = {
  INVALID_REQUEST: 'Ce lien n’est pas complet',
  RESET_LINK_UNKNOWN: 'Ce lien n’est pas reconnu',
  RESET_LINK_EXPIRED: 'Ce lien n’est plus valable',
  RESET_LINK_USED: 'Ce lien a déjà servi',
};
