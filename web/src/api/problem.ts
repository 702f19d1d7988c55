import type { components } from './familles';

type ProblemBody = components['schemas']['Problem'];

/** What the service refused, in its own words: they tell a parent what happened and what to do. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly fields: ReadonlyMap<string, string>;
  /** What this kind of problem says besides, by the contract. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(problem: ProblemBody) {
    super(toParents(problem.detail));
    this.name = 'Refused';
    this.code = problem.code;
    this.status = problem.status;
    this.detail = problem.detail;
    this.more = { ...problem };
    const errors = (problem.errors ?? []) as { field?: string; message?: string }[];
    this.fields = new Map(errors.map(({ field = '', message = '' }) => [field, toParents(message)]));
  }
}

/** What only a program reads of a refusal is left out: where the list of errors is, the codes that a choice stands for. */
export function toParents(text: string): string {
  if (text.startsWith('une de ces valeurs est attendue')) return 'faites un choix.';
  if (text.startsWith('au moins 1 élément')) return 'faites au moins un choix.';
  if (text.startsWith('au moins 1 est attendu')) return 'faites un choix.';
  if (text.startsWith('une date est attendue')) return 'indiquez un jour.';
  return text.replace(/\s: voyez «\serrors\s»/, '');
}

/** What the service would say of an id that is not one's own, where the page itself can tell. */
export function unknown(): Refused {
  return new Refused({ type: 'about:blank', title: '', status: 404, code: 'NOT_FOUND', detail: '', instance: '' });
}

/** No answer came: no network, or a service that does not answer. */
export class Unreachable extends Error {
  constructor() {
    super('Pas de connexion. Ce que vous avez saisi est toujours là : réessayez quand le réseau revient.');
    this.name = 'Unreachable';
  }
}

/** What went wrong, said to a parent. */
export function said(error: unknown): string {
  if (error instanceof Refused || error instanceof Unreachable) return error.message;
  return 'Un incident est survenu. Réessayez dans un instant ; s’il se répète, appelez la mairie.';
}
