import type { Challenge } from 'altcha-lib';
import { solve } from '../../src/demo/proof-of-work.js';
import type { Api } from './api.js';

/** Asks for a challenge and solves it for real, as the widget in the browser does. */
export async function solvedAltcha(api: Api): Promise<string> {
  return solve((await api.get('/altcha/challenges')).body as Challenge);
}
