/** What a child eats on a day: the menu chosen for that day, or else its usual one. */
export function menuOf(
  reservation: { readonly menuTypeId: number | null },
  child: { readonly menuTypeId: number },
): { readonly menuTypeId: number } {
  return { menuTypeId: reservation.menuTypeId ?? child.menuTypeId };
}

/** How many children eat each type of menu; types that nobody eats are left out. */
export function headcountByMenu(children: Iterable<{ readonly menuTypeId: number }>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { menuTypeId } of children) counts.set(menuTypeId, (counts.get(menuTypeId) ?? 0) + 1);
  return counts;
}

/** How many children take each supplement, by name. */
export function headcountBySupplement(
  reservations: Iterable<{ readonly supplements: readonly string[] | null }>,
): { readonly label: string; readonly children: number }[] {
  const counts = new Map<string, number>();
  for (const { supplements } of reservations)
    for (const label of supplements ?? []) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, children]) => ({ label, children })).sort((a, b) => NAMES.compare(a.label, b.label));
}

const NAMES = new Intl.Collator('fr');
