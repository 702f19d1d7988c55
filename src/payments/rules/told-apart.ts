export interface NamedAtSite {
  readonly id: number;
  readonly name: string;
  readonly site: string;
}

/** What each is called on one paper, by id: by its name alone, with its site where another one has the same name. */
export function toldApart(prestations: readonly NamedAtSite[]): ReadonlyMap<number, string> {
  const ids = new Map<string, Set<number>>();
  for (const { id, name } of prestations) ids.set(name, (ids.get(name) ?? new Set()).add(id));
  return new Map(prestations.map(({ id, name, site }) => [id, ids.get(name)!.size > 1 ? `${name} – ${site}` : name]));
}
