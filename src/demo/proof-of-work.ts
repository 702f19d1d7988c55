import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/** Does what the widget does in a browser: finds the counter, and answers in base64. */
export async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('the security test could not be solved');
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
