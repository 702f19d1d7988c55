import { Injectable } from '@nestjs/common';
import type { Cents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import { wholeNumbers } from '../../platform/database/whole-numbers.js';
import type { Quote } from '../../reglement/index.js';
import type { LateCancellation } from '../rules/cancel-window.js';
import type { LateBooking } from '../rules/late-booking.js';

/** A session among those of its group, at most 31 of them; `limits` are rising instants in milliseconds. */
export interface TalliedSession {
  readonly sessionId: number;
  readonly group: number;
  /** A power of two of its own in the group: sets of sessions are sums of these. */
  readonly bit: number;
  /** As many for each session; a booking is told by how many of them it came at or after. */
  readonly limits: readonly number[];
  /** From when a booking is late for `WholePart` and `WantedInstants`, in milliseconds. */
  readonly lateAt: number;
}

/** Living reservations that are alike: of one child in the sessions of a group, booked by one foyer. */
export interface TalliedBookings {
  readonly group: number;
  readonly childId: number;
  readonly familyId: number;
  /** Bits of the sessions. */
  readonly sessions: number;
  /** How many limits of its session each was booked at or after. */
  readonly stage: number;
  readonly unitCents: Cents;
  readonly unjustifiedAbsenceCents: Cents;
  /** When they were booked, in milliseconds, where `WantedInstants` asked for it. */
  readonly bookedAt: number | null;
}

/** One living reservation with its whole promise. */
export interface WholeBooking extends TalliedBookings {
  readonly promise: Quote;
  readonly lateBooking: LateBooking | null;
  /** What was chosen for that day; null: none, and the usual menu of the child. */
  readonly supplements: readonly string[] | null;
  readonly menuTypeId: number | null;
}

export interface CancelledBooking {
  readonly group: number;
  readonly childId: number;
  readonly familyId: number;
  /** Bit of the session. */
  readonly session: number;
  readonly unitCents: Cents;
  readonly unjustifiedAbsenceCents: Cents;
  readonly lateCancellation: LateCancellation | null;
  /** Whole, the terms of a late booking and what was taken, where some bookings are read whole; else null. */
  readonly promise: Quote | null;
  readonly lateBooking: LateBooking | null;
  readonly supplements: readonly string[] | null;
  readonly menuTypeId: number | null;
  /** In milliseconds. */
  readonly bookedAt: number;
  readonly cancelledAt: number;
}

/** Which reservations are read one by one, with their promise, because what is alike of them does not tell enough. */
export interface WholePart {
  readonly all: boolean;
  /** Booked at or after `lateAt` of their session. */
  readonly late: boolean;
  /** Booked after the deadline of then. */
  readonly bookedLate: boolean;
  /** With supplements, or another menu than usual. */
  readonly taken: boolean;
}

/** Of which bookings the instant is told. */
export interface WantedInstants {
  /** Those made at or after `lateAt` of their session. */
  readonly late: boolean;
  /** All those of these families. */
  readonly families: readonly number[];
}

/** Bookings by the hundred thousand, put together by the database: only what differs comes out of it. */
@Injectable()
export class BookingTally {
  constructor(private readonly database: Database) {}

  /** Those that `whole` reads one by one included, so that nothing but the index is looked at. */
  async alike(
    collectiviteId: number,
    sessions: readonly TalliedSession[],
    { whole, instants }: { readonly whole: WholePart; readonly instants: WantedInstants },
  ): Promise<TalliedBookings[]> {
    if (whole.all) return [];
    const rows = await this.database.rows<Record<string, number | string>>(
      `SELECT s.g, r.child_id, r.family_id, ${stageOf(sessions)} AS stage, r.unit_cents, r.unjustified_absence_cents,
         ${instantOf(instants)} AS told_at, SUM(s.bit) AS sessions
       FROM ${tableOf(sessions)} s JOIN reservations r ON r.session_id = s.id AND r.active = 1
       WHERE r.collectivite_id = ?
       GROUP BY s.g, r.child_id, r.family_id, stage, r.unit_cents, r.unjustified_absence_cents, told_at ORDER BY NULL`,
      [collectiviteId],
    );
    return rows.map(talliedOf);
  }

  async whole(collectiviteId: number, sessions: readonly TalliedSession[], part: WholePart): Promise<WholeBooking[]> {
    const apart = apartFrom(part);
    if (!part.all && apart === null) return [];
    const rows = await this.database.rows<Record<string, number | string>>(
      `SELECT s.g, r.child_id, r.family_id, ${stageOf(sessions)} AS stage, r.unit_cents, r.unjustified_absence_cents,
         r.booked_at AS told_at, s.bit AS sessions, r.price_explanation, r.late_booking, r.supplements, r.menu_type_id
       FROM ${tableOf(sessions)} s JOIN reservations r ON r.session_id = s.id AND r.active = 1
       WHERE r.collectivite_id = ?${part.all ? '' : ` AND (${apart})`}`,
      [collectiviteId],
    );
    const parsed = remembered();
    return rows.map((row) => ({
      ...talliedOf(row),
      promise: parsed(row['price_explanation']) as Quote,
      ...chosenOf(row, parsed),
    }));
  }

  async cancelled(
    collectiviteId: number,
    sessions: readonly TalliedSession[],
    part: WholePart,
  ): Promise<CancelledBooking[]> {
    const whole = part.all || part.late || part.bookedLate || part.taken;
    const rows = await this.database.rows<Record<string, number | string>>(
      `SELECT s.g, r.child_id, r.family_id, s.bit, r.unit_cents, r.unjustified_absence_cents, r.late_cancellation,
         r.booked_at, r.cancelled_at${whole ? ', r.price_explanation, r.late_booking, r.supplements, r.menu_type_id' : ''}
       FROM ${tableOf(sessions)} s JOIN reservations r ON r.session_id = s.id AND r.active IS NULL
       WHERE r.collectivite_id = ? ORDER BY r.id`,
      [collectiviteId],
    );
    const parsed = remembered();
    return rows.map((row) => ({
      group: Number(row['g']),
      childId: Number(row['child_id']),
      familyId: Number(row['family_id']),
      session: Number(row['bit']),
      unitCents: Number(row['unit_cents']),
      unjustifiedAbsenceCents: Number(row['unjustified_absence_cents']),
      lateCancellation: row['late_cancellation'] as CancelledBooking['lateCancellation'],
      promise: parsed(row['price_explanation']) as Quote | null,
      ...chosenOf(row, parsed),
      bookedAt: Number(row['booked_at']),
      cancelledAt: Number(row['cancelled_at']),
    }));
  }
}

function chosenOf(row: Record<string, number | string>, parsed: (json: unknown) => unknown) {
  return {
    lateBooking: parsed(row['late_booking']) as LateBooking | null,
    supplements: parsed(row['supplements']) as readonly string[] | null,
    menuTypeId: row['menu_type_id'] == null ? null : Number(row['menu_type_id']),
  };
}

function talliedOf(row: Record<string, number | string>): TalliedBookings {
  return {
    group: Number(row['g']),
    childId: Number(row['child_id']),
    familyId: Number(row['family_id']),
    sessions: Number(row['sessions']),
    stage: Number(row['stage']),
    unitCents: Number(row['unit_cents']),
    unjustifiedAbsenceCents: Number(row['unjustified_absence_cents']),
    bookedAt: row['told_at'] === null ? null : Number(row['told_at']),
  };
}

function tableOf(sessions: readonly TalliedSession[]): string {
  const limits = sessions[0]?.limits.map((_, index) => `l${index}`) ?? [];
  return wholeNumbers(
    ['id', 'g', 'bit', 'late_at', ...limits],
    sessions.map(({ sessionId, group, bit, lateAt, limits: instants }) => [sessionId, group, bit, lateAt, ...instants]),
  );
}

function stageOf(sessions: readonly TalliedSession[]): string {
  const passed = sessions[0]?.limits.map((_, index) => `(r.booked_at >= s.l${index})`) ?? [];
  return passed.length === 0 ? '0' : passed.join(' + ');
}

function instantOf({ late, families }: WantedInstants): string {
  const wanted = [
    ...(late ? ['r.booked_at >= s.late_at'] : []),
    // Written out as whole numbers, which ids are.
    ...(families.length > 0 ? [`r.family_id IN (${families.map(Number).join(', ')})`] : []),
  ];
  return wanted.length === 0 ? 'NULL' : `CASE WHEN ${wanted.join(' OR ')} THEN r.booked_at END`;
}

function apartFrom({ late, bookedLate, taken }: WholePart): string | null {
  const conditions = [
    ...(late ? ['r.booked_at >= s.late_at'] : []),
    ...(bookedLate ? ['r.late_booking IS NOT NULL'] : []),
    ...(taken ? ['r.supplements IS NOT NULL', 'r.menu_type_id IS NOT NULL'] : []),
  ];
  return conditions.length === 0 ? null : conditions.join(' OR ');
}

/** One text is one value: the same promise is not read a thousand times. */
function remembered(): (json: unknown) => unknown {
  const known = new Map<string, unknown>();
  return (json) => {
    if (typeof json !== 'string') return null;
    if (!known.has(json)) known.set(json, JSON.parse(json));
    return known.get(json);
  };
}
