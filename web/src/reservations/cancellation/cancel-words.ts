import { euros } from '../../words/money';
import type { PlanningRow, Reservation } from '../queries';

/** What giving a day up costs or gives back now. */
export function whatItMeans({ cancelTerms, paidCents }: Pick<Reservation, 'cancelTerms' | 'paidCents'>): string {
  if (cancelTerms) return `${cancelTerms[0]!.toUpperCase()}${cancelTerms.slice(1)}.`;
  if (paidCents) return `${euros(paidCents)}, déjà payés, vous seront crédités. La place sera rendue aussitôt.`;
  return 'Rien ne vous sera facturé pour ce jour. La place sera rendue aussitôt.';
}

/** What giving days up together gives back: none of them costs anything. */
export function whatTheyMean(days: readonly Pick<Reservation, 'paidCents'>[]): string {
  const paid = days.filter(({ paidCents }) => paidCents);
  const cents = paid.reduce((sum, { paidCents }) => sum + (paidCents ?? 0), 0);
  const places = days.length > 1 ? 'Les places seront rendues aussitôt.' : 'La place sera rendue aussitôt.';
  if (days.length === 0) return 'Choisissez les jours que vous ne voulez plus.';
  if (cents === 0) return `Rien ne vous sera facturé pour ${days.length > 1 ? 'ces jours' : 'ce jour'}. ${places}`;
  const others = paid.length < days.length ? ' ; rien ne vous sera facturé pour les autres jours' : '';
  return `${euros(cents)}, déjà payés, vous seront crédités${others}. ${places}`;
}

/**
 * What may be given up together: what is still in time. A late one is given up alone, as each late one may change what the
 * next costs.
 */
export function givenUpTogether<One extends Pick<Reservation, 'state' | 'cancellable' | 'cancelTerms' | 'childId'>>(
  reservations: readonly One[],
  childIds: readonly number[],
): { readonly inTime: readonly One[]; readonly late: readonly One[] } {
  const own = reservations.filter(
    ({ state, cancellable, childId }) => state === 'RESERVED' && cancellable && childIds.includes(childId),
  );
  return {
    inTime: own.filter(({ cancelTerms }) => cancelTerms === null),
    late: own.filter(({ cancelTerms }) => cancelTerms !== null),
  };
}

interface WithLimit {
  readonly prestationName: string;
  readonly date: string;
  /** Until when it may be given up for nothing. */
  readonly cancelClosesAt: string;
}

/** By prestation and by limit, the first to close first: « Cantine : lun. 9 nov., mar. 10 nov., jusqu’au jeudi 5… ». */
export function byLimit<One extends WithLimit>(
  days: readonly One[],
): readonly (Pick<WithLimit, 'prestationName' | 'cancelClosesAt'> & { readonly days: readonly One[] })[] {
  const groups = new Map<string, One[]>();
  for (const day of days) {
    const key = `${day.prestationName}:${day.cancelClosesAt}`;
    groups.set(key, [...(groups.get(key) ?? []), day]);
  }
  return [...groups.values()]
    .map((own) => ({ ...own[0]!, days: own }))
    .sort((one, other) => one.cancelClosesAt.localeCompare(other.cancelClosesAt));
}

/** In the order of the planning (children, prestations, days): what is given up moves nothing of the rest. */
export function asInPlanning<One extends Pick<Reservation, 'childId' | 'prestationId' | 'date'>>(
  days: readonly One[],
  children: readonly { readonly childId: number; readonly rows: readonly Pick<PlanningRow, 'prestationId'>[] }[],
): readonly One[] {
  const lines = children.flatMap(({ childId, rows }) => rows.map(({ prestationId }) => `${childId}:${prestationId}`));
  const lineOf = ({ childId, prestationId }: One) => lines.indexOf(`${childId}:${prestationId}`);
  return [...days].sort((one, other) => lineOf(one) - lineOf(other) || one.date.localeCompare(other.date));
}
