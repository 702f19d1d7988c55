import { typeset } from './french.js';

/**
 * Problems are what the service answers when it cannot do what was asked (RFC 9457). Each room declares its own
 * in a `problems.ts`; together they are one closed catalogue, printed in docs/errors.md.
 */
export interface ProblemKind {
  /** HTTP status: 400 form, 401, 403, 404, 409 conflict, 413, 415, 422 a rule of the règlement, 429, 503. */
  readonly status: number;
  /** Short French title, the same for every occurrence. */
  readonly title: string;
  /** One line for docs/errors.md: when it is answered and what the client can do. */
  readonly when: string;
  /** The same in French, for those who read the operations in Swagger. */
  readonly inFrench: string;
}

export interface FieldError {
  /** Path of the field in the request, e.g. `children[1].birthDate`, or `line 17`. */
  readonly field: string;
  /** What is wrong and what would be right, in French. */
  readonly message: string;
}

export interface ProblemDetails {
  readonly errors?: readonly FieldError[];
  /** Seconds after which trying again makes sense (Retry-After). */
  readonly retryAfter?: number;
  /** Further members of the problem document, e.g. `{ closesAt }`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/**
 * What the caller is told. `detail` is a French sentence that says what to do next; never SQL, never a stack. It and
 * the messages about fields are typeset here, so that no room thinks of it.
 */
export class Problem extends Error {
  readonly detail: string;
  readonly more: ProblemDetails;

  constructor(
    readonly code: string,
    readonly kind: ProblemKind,
    detail: string,
    more: ProblemDetails = {},
  ) {
    super(`${code}: ${detail}`);
    this.name = 'Problem';
    this.detail = typeset(detail);
    const errors = more.errors?.map((error) => ({ ...error, message: typeset(error.message) }));
    this.more = errors ? { ...more, errors } : more;
  }
}

export interface ProblemFactory {
  (detail: string, more?: ProblemDetails): Problem;
  readonly code: string;
  readonly kind: ProblemKind;
}

const declared = new Map<string, ProblemKind>();

/** Declares problems by their stable codes (SCREAMING_SNAKE_CASE); a code belongs to one room only. */
export function declareProblems<Code extends string>(kinds: Record<Code, ProblemKind>): Record<Code, ProblemFactory> {
  const factories = {} as Record<Code, ProblemFactory>;
  for (const code of Object.keys(kinds) as Code[]) {
    if (declared.has(code)) throw new Error(`the problem ${code} is declared twice`);
    const kind = { ...kinds[code], title: typeset(kinds[code].title), inFrench: typeset(kinds[code].inFrench) };
    declared.set(code, kind);
    factories[code] = Object.assign((detail: string, more?: ProblemDetails) => new Problem(code, kind, detail, more), {
      code,
      kind,
    });
  }
  return factories;
}

/** The catalogue of every problem declared so far, by code. */
export function problemCatalogue(): ReadonlyMap<string, ProblemKind> {
  return declared;
}
