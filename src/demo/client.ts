import type { Clock } from '../platform/clock/clock.js';
import { Temporal } from '../kernel/civil-time.js';

/** What the API answers; the demo reads it as loosely as any client may. */
export type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any

export interface SignIn {
  readonly email: string;
  readonly password: string;
}

export interface Tokens {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: string;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: string;
}

/** A refusal of the service, with its problem document. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: Json,
    path: string,
  ) {
    super(
      `${path} → ${status} ${problem?.code ?? ''} ${problem?.detail ?? ''} ${JSON.stringify(problem?.errors ?? '')}`,
    );
  }
}

/** One person using the API over HTTP: signs in, renews, calls. Nothing that another client could not do. */
export class Client {
  constructor(
    private readonly origin: string,
    private readonly clock: Clock,
    private readonly signIn: SignIn | null = null,
    private tokens: Tokens | null = null,
  ) {}

  /** Another person; with the tokens that an account's creation just gave, or by signing in. */
  as(signIn: SignIn, tokens: Tokens | null = null): Client {
    return new Client(this.origin, this.clock, signIn, tokens);
  }

  get(path: string): Promise<Json> {
    return this.json('GET', path);
  }
  /** Every item of a paged list. */
  async all(path: string): Promise<Json[]> {
    const items: Json[] = [];
    let next: string | number | null = null;
    do {
      const start: string = next === null ? '' : `&after=${encodeURIComponent(next)}`;
      const page: Json = await this.get(`${path}${path.includes('?') ? '&' : '?'}limit=200${start}`);
      items.push(...page.items);
      next = page.next as string | number | null;
    } while (next !== null);
    return items;
  }

  post(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Json> {
    return this.json('POST', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }
  put(path: string, body: object, headers: Record<string, string> = {}): Promise<Json> {
    return this.json('PUT', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }
  patch(path: string, body: object): Promise<Json> {
    return this.json('PATCH', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  async delete(path: string): Promise<void> {
    await this.call('DELETE', path);
  }

  /** A multipart form with one file. */
  upload(
    path: string,
    fields: Record<string, string>,
    file: { name: string; type: string; content: Uint8Array<ArrayBuffer> },
    method: 'POST' | 'PUT' = 'POST',
  ): Promise<Json> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([file.content], { type: file.type }), file.name);
    return this.json(method, path, form);
  }

  async download(path: string): Promise<Buffer> {
    const answer = await this.call('GET', path);
    return Buffer.from(await answer.arrayBuffer());
  }

  private async json(
    method: string,
    path: string,
    body?: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<Json> {
    const text = await (await this.call(method, path, body, headers)).text();
    return text ? JSON.parse(text) : undefined;
  }

  private async call(
    method: string,
    path: string,
    body?: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const authorization: Record<string, string> = this.signIn
      ? { authorization: `Bearer ${await this.accessToken(this.signIn)}` }
      : {};
    const answer = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: { ...headers, ...authorization },
      // Where an answer leads is a page for people.
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    if (answer.status >= 400)
      throw new Refused(answer.status, await answer.json().catch(() => null), `${method} ${path}`);
    return answer;
  }

  private async accessToken(signIn: SignIn): Promise<string> {
    if (!this.tokens || this.isOver(this.tokens.accessTokenExpiresAt)) this.tokens = await this.freshTokens(signIn);
    return this.tokens.accessToken;
  }

  private freshTokens(signIn: SignIn): Promise<Tokens> {
    const nobody = new Client(this.origin, this.clock);
    return this.tokens && !this.isOver(this.tokens.refreshTokenExpiresAt)
      ? nobody.post('/auth/sessions/renewals', { refreshToken: this.tokens.refreshToken })
      : nobody.post('/auth/sessions', signIn);
  }

  private isOver(instant: string): boolean {
    return Temporal.Instant.compare(this.clock.now(), Temporal.Instant.from(instant)) >= 0;
  }
}
