import type { Challenge, Solution } from 'altcha-lib';
import { answered, api } from '../api/client';

/**
 * The security test: some work for the device, a second or two on an old phone, nothing for the parent to decipher. Its
 * answer serves once, within 20 minutes. Solved here and not by ALTCHA's own widget, which one would have to tick and
 * which says less well what it does.
 */
export async function proofOfWork(): Promise<string> {
  const challenge = (await answered(api.GET('/api/v1/altcha/challenges'))) as unknown as Challenge;
  return btoa(JSON.stringify({ challenge, solution: await solved(challenge) }));
}

async function solved(challenge: Challenge): Promise<Solution> {
  const worker = new Worker(new URL('./proof-of-work.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.onerror = () => reject(new Error('the security test could not run'));
      worker.onmessage = ({ data }: MessageEvent<Solution | null>) =>
        data ? resolve(data) : reject(new Error('the security test took too long'));
      worker.postMessage(challenge);
    });
  } finally {
    worker.terminate();
  }
}
