import { useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { Refused } from '../api/problem';
import { session } from '../session/session';
import type { useRegistration } from './use-registration';

/**
 * « S'enregistrer »: creates the account, gives its session to the browser, and answers the welcome. A security test that
 * grew old meanwhile is done again.
 */
export function useCompletion(
  within: ReturnType<typeof useRegistration>['within'],
  proof: () => Promise<string>,
): (staySignedIn: boolean) => Promise<string> {
  const client = useQueryClient();

  async function created() {
    const altcha = await proof();
    const url = '/api/v1/registrations/current/completions';
    return within((header) => answered(api.POST(url, { params: { header }, body: { altcha } })));
  }

  return async (staySignedIn) => {
    const { message, refreshToken } = await created().catch((error: unknown) => {
      if (error instanceof Refused && error.code === 'CHALLENGE_REFUSED') return created();
      throw error;
    });
    const body = { refreshToken, staySignedIn };
    // Where the session does not open, the account exists all the same: one signs in.
    const opened = await answered(api.POST('/api/v1/auth/browser-sessions/adoptions', { body })).catch(() => null);
    // Another account may have been used on this device.
    client.clear();
    if (opened) session.begin(opened);
    return message;
  };
}
