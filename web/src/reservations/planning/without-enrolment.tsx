import type { Planning } from '../queries';

/** Beside brothers and sisters who have days, the children who have none: said, rather than left out. */
export function WithoutEnrolment({ planning: { children } }: { readonly planning: Planning }) {
  if (children.every(({ rows }) => rows.length === 0)) return null;
  return children
    .filter(({ rows }) => rows.length === 0)
    .map(({ childId, firstName }) => (
      <p key={childId}>{firstName} n’est à aucune prestation sur ces jours : voyez ses inscriptions dans Mon foyer.</p>
    ));
}
