import { Unreachable } from '../api/problem';

/**
 * Who is signed in. The access token is in the memory of the page; the refresh token is in a cookie that no script
 * reads. Tabs renew one at a time and tell each other the token, as a refresh token serves once.
 */
export type SessionState = 'unknown' | 'out' | 'in' | 'expired';

interface AccessToken {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** A token that ends sooner is renewed first: it must live as long as a request over a slow line. */
const MARGIN = 30_000;
/** Milliseconds for what a tab tells to reach the others. */
const LONGEST_NEWS = 200;
const RENEWALS = '/api/v1/auth/browser-sessions/renewals';
const LOCK = 'espace-famille-session';
/** Says that this browser has a session, so that a stranger's first page does not ask for one. */
const HINT = 'espace-famille-session';

/** Whose what is kept in this browser is: the account that signed in last, by its number. Gone once one signed out. */
const OWNER = 'espace-famille-owner';

/** Says that one signed out and that the service was not told yet. */
const ENDING = 'espace-famille-ending';

let token: AccessToken | null = null;
/** The account that signed in last in this tab, by its number. */
let holder: string | null = null;
let state: SessionState = hinted() ? 'unknown' : 'out';
const listeners = new Set<() => void>();
let forgetOwner = (): void => undefined;
const channel = new BroadcastChannel(LOCK);

channel.onmessage = ({ data }: MessageEvent<AccessToken | null>) => {
  // Someone else signed in on this browser: what this tab shows is not theirs.
  if (data && isSomeoneElse(data)) return location.reload();
  holder = data && holderOf(data);
  token = data;
  change(data ? 'in' : 'out');
};

export const session = {
  state: (): SessionState => state,

  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** What to forget where another account than the last one signs in on this browser. */
  onAnotherOwner: (forget: () => void): void => {
    forgetOwner = forget;
  },

  /** The session that just opened. */
  begin({ accessToken, accessTokenExpiresAt }: { accessToken: string; accessTokenExpiresAt: string }): void {
    hold({ value: accessToken, expiresAt: Date.parse(accessTokenExpiresAt) });
  },

  /** A token that is good for a request, renewed where needed; null when one must sign in. Throws where nothing answers. */
  async token(spent?: string): Promise<string | null> {
    if (isGood(spent)) return token!.value;
    if (state === 'out' || state === 'expired') return null;
    const { held = [] } = await navigator.locks.query();
    const another = held.some(({ name }) => name === LOCK);
    return navigator.locks.request(LOCK, async () => {
      // What another tab has just renewed may still be on its way.
      if (another && !isGood(spent)) await Promise.race([heard(), sleep(LONGEST_NEWS)]);
      return isGood(spent) ? token!.value : renew();
    });
  },

  /** Ends when one has signed in again; at once where one is. */
  signedIn(): Promise<void> {
    if (state === 'in') return Promise.resolve();
    return new Promise((resolve) => {
      const stop = session.subscribe(() => {
        if (state !== 'in') return;
        stop();
        resolve();
      });
    });
  },

  /** Signs out: here at once, with the network or without it. */
  async end(): Promise<void> {
    localStorage.setItem(ENDING, '1');
    localStorage.removeItem(OWNER);
    forget('out');
    channel.postMessage(null);
    await tellEnding();
  },
};

// A page that « back » brings up again as it was, once someone else has signed in, or nobody is.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && holder !== null && localStorage.getItem(OWNER) !== holder) location.reload();
});
void tellEnding();
addEventListener('online', () => void tellEnding());

/** What could not be told, for want of a network, is told once it is back; this browser uses that session no more. */
async function tellEnding(): Promise<void> {
  if (localStorage.getItem(ENDING) === null) return;
  const told = await fetch('/api/v1/auth/browser-sessions/endings', { method: 'POST' }).catch(() => null);
  if (told?.ok) localStorage.removeItem(ENDING);
}

/** Ends as another tab tells of the session. */
function heard(): Promise<void> {
  return new Promise((resolve) => channel.addEventListener('message', () => resolve(), { once: true }));
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function isGood(spent: string | undefined): boolean {
  return token !== null && token.value !== spent && token.expiresAt - MARGIN > Date.now();
}

async function renew(): Promise<string | null> {
  const answer = await fetch(RENEWALS, { method: 'POST' }).catch(() => {
    throw new Unreachable();
  });
  if (answer.status === 401) {
    forget(state === 'in' ? 'expired' : 'out');
    return null;
  }
  if (!answer.ok) throw new Unreachable();
  const { accessToken, accessTokenExpiresAt } = (await answer.json()) as Record<string, string>;
  const renewed = { value: accessToken!, expiresAt: Date.parse(accessTokenExpiresAt!) };
  if (isSomeoneElse(renewed)) {
    // Another tab signed in without this one hearing of it: what this page was about to send never leaves.
    location.reload();
    return new Promise(() => undefined);
  }
  hold(renewed);
  return accessToken!;
}

function isSomeoneElse(held: AccessToken): boolean {
  return holder !== null && holder !== holderOf(held);
}

function hold(held: AccessToken): void {
  token = held;
  holder = holderOf(held);
  if ((localStorage.getItem(OWNER) ?? holder) !== holder) forgetOwner();
  localStorage.setItem(OWNER, holder);
  localStorage.setItem(HINT, '1');
  localStorage.removeItem(ENDING);
  channel.postMessage(held);
  change('in');
}

function forget(next: SessionState): void {
  token = null;
  if (next === 'out') holder = null;
  localStorage.removeItem(HINT);
  change(next);
}

function change(next: SessionState): void {
  if (next === state) return;
  state = next;
  listeners.forEach((listener) => listener());
}

function holderOf({ value }: AccessToken): string {
  const claims = atob(value.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/'));
  return (JSON.parse(claims) as { sub: string }).sub;
}

function hinted(): boolean {
  return localStorage.getItem(HINT) !== null;
}
