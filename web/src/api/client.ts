import createClient from 'openapi-fetch';
import { fetchInSession } from '../session/fetch-in-session';
import type { components, paths } from './familles';
import { Refused } from './problem';

export type Schemas = components['schemas'];

/** The service, as its OpenAPI document says it: what disagrees with it does not compile. */
export const api = createClient<paths>({ baseUrl: '/', fetch: fetchInSession });

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of an answer. Throws Refused with what the service says. */
export async function answered<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked;
  if (response.ok) return data as Data;
  throw new Refused(isProblem(error) ? error : unexpected(response.status));
}

function isProblem(value: unknown): value is Schemas['Problem'] {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
}

function unexpected(status: number): Schemas['Problem'] {
  const detail = 'Le service ne répond pas comme prévu. Réessayez dans un instant.';
  return { type: 'about:blank', title: '', status, code: 'UNEXPECTED', detail, instance: '' };
}
