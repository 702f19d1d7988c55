import { ageOn, type Temporal } from '../../kernel/civil-time.js';
import { counted, typeset } from '../../kernel/french.js';

/** Ages in whole years on the day of service, from … to under …; null where there is no bound. */
export interface AgeBand {
  readonly ageFrom: number | null;
  readonly ageUnder: number | null;
}

export interface CountedPlaces {
  readonly places: number;
  readonly taken: number;
}

/** A pool as it stands on one day. */
export interface PoolOnDay extends AgeBand, CountedPlaces {
  readonly name: string;
}

/** What has no place left: the session itself, or a pool. It is kept with decisions, as JSON. */
export type FullPlace = { readonly by: 'SESSION' } | ({ readonly by: 'POOL'; readonly name: string } & AgeBand);

export function bandHolds(
  { ageFrom, ageUnder }: AgeBand,
  birthDate: Temporal.PlainDate,
  date: Temporal.PlainDate,
): boolean {
  const age = ageOn(birthDate, date);
  return (ageFrom === null || age >= ageFrom) && (ageUnder === null || age < ageUnder);
}

/** What is full for a child whom these pools hold; the session is told first. Null when there is a place. */
export function fullPlaceOf(session: CountedPlaces, pools: readonly PoolOnDay[]): FullPlace | null {
  if (leftOf(session) === 0) return { by: 'SESSION' };
  const pool = pools.find((one) => leftOf(one) === 0);
  return pool ? fullPool(pool) : null;
}

export function fullPool({ name, ageFrom, ageUnder }: AgeBand & { readonly name: string }): FullPlace {
  return { by: 'POOL', name, ageFrom, ageUnder };
}

/** The places left for a child: the least of the session's and of the pools' that hold the child. */
export function placesLeft(session: CountedPlaces, pools: readonly PoolOnDay[]): number {
  return Math.min(leftOf(session), ...pools.map(leftOf));
}

/** « complet », « complet pour les moins de 6 ans », « complet : le réfectoire n’a plus de place ». */
export function fullInFrench(full: FullPlace | null): string {
  if (full?.by !== 'POOL') return 'complet';
  const band = bandInFrench(full);
  return band === null ? typeset(`complet : ${noPlaceIn(full.name)}`) : `complet pour ${band}`;
}

/** « le réfectoire n’a plus de place ». */
export function noPlaceIn(name: string): string {
  const spoken = name.replace(/^(le|la|les) |^l[’']/i, (article) => article.toLowerCase());
  return `${spoken} ${/^les /i.test(name) ? 'n’ont' : 'n’a'} plus de place`;
}

/** « les moins de 6 ans », « les enfants de 3 à 5 ans », « les 6 ans et plus »; null when the pool holds every age. */
export function bandInFrench({ ageFrom, ageUnder }: AgeBand): string | null {
  const from = ageFrom === 0 ? null : ageFrom;
  if (from === null) return ageUnder === null ? null : `les moins de ${years(ageUnder)}`;
  if (ageUnder === null) return `les ${years(from)} et plus`;
  const last = ageUnder - 1;
  return last === from ? `les enfants de ${years(from)}` : `les enfants de ${from} à ${years(last)}`;
}

function leftOf({ places, taken }: CountedPlaces): number {
  return Math.max(0, places - taken);
}

function years(age: number): string {
  return counted(age, 'an', 'ans');
}
