import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Api } from './api.js';

/** Asks for a challenge and solves it for real, as the widget in the browser does. */
export async function solvedAltcha(api: Api): Promise<string> {
  const challenge = (await api.get('/altcha/challenges')).body as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
