export interface Answer<Body = never> {
  readonly status: number;
  /** Parsed JSON, or undefined. Typed loosely: a test asserts what it needs. */
  readonly body: [Body] extends [never] ? any : Body; // eslint-disable-line @typescript-eslint/no-explicit-any
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Record<string, string>;
}

export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Calls the service over HTTP, as any client does. */
export class Api {
  constructor(
    private readonly origin: string,
    private readonly token: string | null,
    private readonly headers: Record<string, string> = {},
  ) {}

  async signedIn(email: string, password: string): Promise<Api> {
    const answer = await this.post('/auth/sessions', { email, password });
    if (answer.status !== 201) throw new Error(`sign-in failed: ${answer.text}`);
    return new Api(this.origin, answer.body.accessToken as string);
  }

  withHeaders(headers: Record<string, string>): Api {
    return new Api(this.origin, this.token, { ...this.headers, ...headers });
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }
  head(path: string): Promise<Answer> {
    return this.call('HEAD', path);
  }
  post(path: string, body: object = {}): Promise<Answer> {
    return this.call('POST', path, body);
  }
  put(path: string, body: object = {}): Promise<Answer> {
    return this.call('PUT', path, body);
  }
  patch(path: string, body: object = {}): Promise<Answer> {
    return this.call('PATCH', path, body);
  }
  delete(path: string): Promise<Answer> {
    return this.call('DELETE', path);
  }

  /** A multipart form: text fields and files. */
  upload(path: string, fields: Record<string, string>, files: SentFile[]): Promise<Answer> {
    return this.uploadBy('POST', path, fields, files);
  }

  uploadBy(method: Method, path: string, fields: Record<string, string>, files: SentFile[]): Promise<Answer> {
    const boundary = 'espace-famille-test-boundary';
    const parts = [
      ...Object.entries(fields).map(([name, value]) =>
        Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
      ),
      ...files.flatMap(({ field, name, type, content }) => [
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
        ),
        content,
        Buffer.from('\r\n'),
      ]),
      Buffer.from(`--${boundary}--\r\n`),
    ];
    return this.send(method, path, Buffer.concat(parts), {
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  }

  /** Bytes as they are, with the headers set before. */
  raw(method: Method, path: string, payload: string): Promise<Answer> {
    return this.send(method, path, payload, {});
  }

  private call(method: Method, path: string, body?: object): Promise<Answer> {
    return this.send(
      method,
      path,
      body && method !== 'DELETE' ? JSON.stringify(body) : undefined,
      body && method !== 'DELETE' ? { 'content-type': 'application/json' } : {},
    );
  }

  private async send(
    method: Method,
    path: string,
    payload: string | Buffer | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const prefix = /^\/(health|openapi|docs)/.test(path) ? '' : '/api/v1';
    const answer = await fetch(`${this.origin}${prefix}${path}`, {
      method,
      headers: { ...headers, ...this.headers, ...(this.token ? { authorization: `Bearer ${this.token}` } : {}) },
      ...(payload === undefined ? {} : { body: payload }),
      redirect: 'manual',
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = bytes.toString('utf8');
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: answer.status,
      body: (isJson && text ? JSON.parse(text) : undefined) as never,
      text,
      bytes,
      headers: Object.fromEntries(answer.headers),
    };
  }
}
