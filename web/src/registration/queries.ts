import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client';

export type Registration = Schemas['OpenedRegistrationDto'];

/**
 * Opens the creation of an account by its link, or takes it up where it was left. Each opening gives another token, and
 * the one given before stops: it is never asked again on its own.
 */
export const registration = (code: string, email: string) =>
  queryOptions({
    queryKey: ['registration', code, email],
    queryFn: () => answered(api.POST('/api/v1/registrations', { body: { code, email } })),
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
