import { useQueryClient } from '@tanstack/react-query';
import { Refused } from '../api/problem';
import { type Registration, registration } from './queries';

interface OpenRegistration {
  /** Sends something about the registration; taken up elsewhere meanwhile, it is opened again here first. */
  readonly within: <Answer>(send: (token: { 'Registration-Token': string }) => Promise<Answer>) => Promise<Answer>;
  /** Shows what the service answered once it saved a step. */
  readonly show: (saved: Omit<Registration, 'registrationToken'>) => void;
}

export function useRegistration(code: string, email: string): OpenRegistration {
  const client = useQueryClient();
  const opening = registration(code, email);
  const header = async (fresh: boolean) => {
    const { registrationToken } = await client.fetchQuery(fresh ? { ...opening, staleTime: 0 } : opening);
    return { 'Registration-Token': registrationToken };
  };
  return {
    within: async (send) => {
      try {
        return await send(await header(false));
      } catch (error) {
        if (!(error instanceof Refused && error.code === 'REGISTRATION_NOT_FOUND')) throw error;
        return send(await header(true));
      }
    },
    show: (saved) => client.setQueryData(opening.queryKey, (open) => open && { ...open, ...saved }),
  };
}
