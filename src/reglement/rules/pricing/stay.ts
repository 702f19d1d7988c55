import type { SlicesStep, Stay, StayStep } from './steps.js';
import type { LatePickup, TimeSlices } from './tariff.js';

/** Hours `HH:MM` that were noted for a child, and those of the service, which replace what nobody noted. */
export interface Hours {
  readonly arrival?: string | null | undefined;
  readonly departure?: string | null | undefined;
  readonly opensAt?: string | null | undefined;
  readonly closesAt?: string | null | undefined;
}

/**
 * What a stay costs in slices or by its length. A child who did not come owes the least: one slice, or the first line.
 * An hour that nobody noted is replaced by that of the service: the whole of it is due, and the explanation says so.
 */
export function stayOf(
  rule: TimeSlices,
  hours: Hours | null,
  latePickup: LatePickup | undefined,
): SlicesStep | StayStep {
  const stay = hours === null ? NOT_HERE : countedTime(rule, hours, latePickup);
  const lasts = minutesOf(stay);
  if (rule.table) {
    const line = rule.table.find(({ uptoMinutes }) => lasts <= uptoMinutes) ?? rule.table.at(-1)!;
    return { step: 'STAY', ...stay, ...line, longest: line === rule.table.at(-1) };
  }
  const { from, to, assumed } = stay;
  const sliceMinutes = rule.sliceMinutes!;
  const slices = begun(lasts, sliceMinutes);
  return assumed === undefined
    ? { step: 'SLICES', from, to, sliceMinutes, slices }
    : { step: 'SLICES', from, to, assumed, sliceMinutes, slices };
}

/** Minutes between the hours that count; 0 when the child left as soon as it came, or did not come. */
export function minutesOf({ from, to }: Stay): number {
  return from === null || to === null ? 0 : Math.max(0, minutes(to) - minutes(from));
}

/** Slices begun in a stay: at least one, even for a child who leaves at once. */
export function begun(lasts: number, sliceMinutes: number): number {
  return Math.max(1, Math.ceil(lasts / sliceMinutes));
}

/** Minutes since midnight of `HH:MM`. */
export function minutes(hour: string): number {
  return digits(hour, 0) * 60 + digits(hour, 3);
}

/** Two figures: read one by one, they cost a tenth of two strings. */
function digits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

const ZERO = '0'.charCodeAt(0);
const NOT_HERE: Stay = { from: null, to: null };

/**
 * With `from`, slices are those of the service: a child who comes in the middle of one has it counted whole, and the
 * ones before are not. With `until` alone they are counted back from it, as in the morning.
 */
function countedTime(
  { from, until, sliceMinutes }: TimeSlices,
  hours: Hours,
  latePickup: LatePickup | undefined,
): Stay {
  const lastHour = until ?? latePickup?.after ?? null;
  const opens = from ?? hours.opensAt ?? null;
  const closes = lastHour ?? hours.closesAt ?? null;
  const arrival = hours.arrival ?? opens;
  const departure = hours.departure ?? closes;
  const assumed = assumedOf(hours, from, until);
  if (arrival === null || departure === null) return { ...NOT_HERE, ...(assumed ? { assumed } : {}) };
  const start = from === undefined ? arrival : startOfSlice(from, arrival, sliceMinutes);
  const last = lastHour !== null && departure > lastHour ? lastHour : departure;
  // A child who left before the time that counts stayed none of it: an end before the start would be read as a mistake.
  const end = last < start ? start : last;
  return assumed ? { from: start, to: end, assumed } : { from: start, to: end };
}

/** An evening that starts at a fixed hour needs no arrival, a morning that ends at one needs no departure. */
function assumedOf(
  { arrival, departure }: Hours,
  from: string | undefined,
  until: string | undefined,
): ('ARRIVAL' | 'DEPARTURE')[] | null {
  const arrives = arrival != null || from !== undefined;
  const leaves = departure != null || until !== undefined;
  if (arrives && leaves) return null;
  return [...(arrives ? [] : (['ARRIVAL'] as const)), ...(leaves ? [] : (['DEPARTURE'] as const))];
}

function startOfSlice(from: string, arrival: string, sliceMinutes: number | undefined): string {
  if (arrival <= from) return from;
  if (sliceMinutes === undefined) return arrival;
  const before = Math.floor((minutes(arrival) - minutes(from)) / sliceMinutes);
  const start = minutes(from) + before * sliceMinutes;
  return `${String(Math.trunc(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`;
}
