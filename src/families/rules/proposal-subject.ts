import type { SubjectKind } from './correctable-fields.js';

/** What a proposal is about: a household, an adult or a child, by its id. */
export interface ProposalSubject {
  readonly kind: SubjectKind;
  readonly id: number;
}

/** Reads « guardian:31 »; null when it is anything else. */
export function parseSubject(text: string): ProposalSubject | null {
  const [, kind, id] = /^(family|guardian|child):([1-9]\d{0,9})$/.exec(text) ?? [];
  return kind && id ? { kind: kind as SubjectKind, id: Number(id) } : null;
}
