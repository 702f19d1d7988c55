import { Unreachable } from '../api/problem';
import { session } from './session';

/** What is open to all leaves as it is: signing in again must not wait until one has signed in again. */
const OPEN_TO_ALL =
  /^\/api\/v1\/(auth|registrations|invitations|altcha|legal-notices|collectivites\/\d+\/(look|logo))\b/;

/**
 * Sends a request in the name of who is signed in. Where the session has ended meanwhile, the request waits until one
 * has signed in again in place, then leaves: nothing that was typed is lost. Throws Unreachable.
 */
export async function fetchInSession(request: Request): Promise<Response> {
  try {
    if (OPEN_TO_ALL.test(new URL(request.url).pathname)) return await fetch(request);
    const token = await tokenToSend();
    // What a page asks again while it leaves the screen, once one has signed out: the service would say no more.
    if (!token) return new Response(null, { status: 401 });
    const first = await fetch(signed(request.clone(), token));
    return first.status === 401 ? await fetch(signed(request, await tokenToSend(token))) : first;
  } catch (error) {
    if (error instanceof TypeError) throw new Unreachable();
    throw error;
  }
}

/** The token for a request, once one has signed in again where the session has ended; null for a stranger. */
export async function tokenToSend(spent?: string): Promise<string | null> {
  const token = await session.token(spent);
  if (token || session.state() !== 'expired') return token;
  await session.signedIn();
  return session.token();
}

function signed(request: Request, token: string | null): Request {
  if (token) request.headers.set('authorization', `Bearer ${token}`);
  return request;
}
