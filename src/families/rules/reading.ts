/** What a rule understood of a text: a value, or why not, in French and ready to be shown. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export function understood<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function refused<T>(reason: string): Reading<T> {
  return { ok: false, reason };
}
