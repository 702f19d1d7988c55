import { NBSP } from '../../kernel/french.js';
import type { AbsenceVerdict } from '../../attendance/rules/index.js';
import type { ChargeEvent } from '../../reglement/rules/index.js';

/** CANCELLED_OWED: given up after the deadline, and owed in full as the policy says. */
export type BookingState = 'NONE' | 'RESERVED' | 'CANCELLED_IN_TIME' | 'CANCELLED_OWED';
/** null: nobody recorded anything for this child. */
export type AttendanceState = 'PRESENT' | 'ABSENT_JUSTIFIED' | 'ABSENT_UNJUSTIFIED' | null;

/** What is known of one child and one session. */
export interface Facts {
  readonly booking: BookingState;
  readonly attendance: AttendanceState;
  /** The mairie called the session off (strike, closure). */
  readonly sessionCancelled: boolean;
  /** What the règlement makes of an absence that was announced; null when none was, or when it says nothing of them. */
  readonly absence: AbsenceVerdict | null;
}

export type DueReason =
  | 'RESERVED_AND_PRESENT'
  | 'RESERVED_NOT_RECORDED'
  | 'PRESENT_WITHOUT_BOOKING'
  | 'PRESENT_AFTER_CANCELLING'
  | 'ABSENCE_UNJUSTIFIED'
  | 'ABSENCE_JUSTIFIED'
  | 'ABSENCE_CARENCE'
  | 'CANCELLED_IN_TIME'
  | 'CANCELLED_LATE'
  | 'SESSION_CANCELLED'
  | 'PAID_AT_BOOKING'
  | 'NOTHING_HAPPENED';

/** Facts that contradict each other or are missing; an agent looks at them before the invoices are issued. */
export type Anomaly = 'ATTENDANCE_NOT_RECORDED' | 'PRESENT_IN_CANCELLED_SESSION';

export interface Due {
  /** null: nothing is charged. */
  readonly event: ChargeEvent | null;
  readonly reason: DueReason;
  readonly anomaly: Anomaly | null;
}

/**
 * What is charged for each mix of booking and attendance. A reservation that nobody pointed is due at the unit price
 * (the meal was ordered) and flagged; a session called off by the mairie is never charged. An absence that was
 * announced is judged by the règlement, unless the child came or an agent wrote that it is justified.
 */
export function whatIsDue({ booking, attendance, sessionCancelled, absence }: Facts): Due {
  if (sessionCancelled) {
    return due(null, 'SESSION_CANCELLED', attendance === 'PRESENT' ? 'PRESENT_IN_CANCELLED_SESSION' : null);
  }
  if (booking === 'CANCELLED_OWED') return due('UNIT', 'CANCELLED_LATE');
  if (booking !== 'RESERVED') {
    const cancelled = booking === 'CANCELLED_IN_TIME';
    return attendance === 'PRESENT'
      ? due('UNPLANNED', cancelled ? 'PRESENT_AFTER_CANCELLING' : 'PRESENT_WITHOUT_BOOKING')
      : due(null, cancelled ? 'CANCELLED_IN_TIME' : 'NOTHING_HAPPENED');
  }
  switch (attendance) {
    case 'PRESENT':
      return due('UNIT', 'RESERVED_AND_PRESENT');
    case 'ABSENT_JUSTIFIED':
      return due(null, 'ABSENCE_JUSTIFIED');
    case 'ABSENT_UNJUSTIFIED':
      return judged(absence) ?? due('UNJUSTIFIED_ABSENCE', 'ABSENCE_UNJUSTIFIED');
    case null:
      return judged(absence) ?? due('UNIT', 'RESERVED_NOT_RECORDED', 'ATTENDANCE_NOT_RECORDED');
  }
}

/** Null: the règlement does not excuse the absence, which is due as if nobody had said anything. */
function judged(absence: AbsenceVerdict | null): Due | null {
  if (absence === 'JUSTIFIED') return due(null, 'ABSENCE_JUSTIFIED');
  if (absence === 'CARENCE') return due('UNIT', 'ABSENCE_CARENCE');
  return null;
}

const REASONS: Record<DueReason, string> = {
  RESERVED_AND_PRESENT: 'réservé et présent',
  RESERVED_NOT_RECORDED: `réservé, présence non pointée${NBSP}: dû au prix à l’unité`,
  PRESENT_WITHOUT_BOOKING: 'présent sans réservation',
  PRESENT_AFTER_CANCELLING: 'présent alors que la réservation était annulée',
  ABSENCE_UNJUSTIFIED: 'absence non justifiée',
  ABSENCE_CARENCE: `jour de carence${NBSP}: dû au prix à l’unité`,
  ABSENCE_JUSTIFIED: `absence justifiée${NBSP}: rien à payer`,
  CANCELLED_IN_TIME: `annulé dans les délais${NBSP}: rien à payer`,
  CANCELLED_LATE: `annulé hors délai${NBSP}: dû en entier`,
  PAID_AT_BOOKING: 'réglé à la réservation',
  SESSION_CANCELLED: `annulé par la mairie${NBSP}: rien à payer`,
  NOTHING_HAPPENED: 'ni réservation ni présence',
};

/** « absence justifiée : rien à payer ». */
export function reasonInFrench(reason: DueReason): string {
  return REASONS[reason];
}

function due(event: ChargeEvent | null, reason: DueReason, anomaly: Anomaly | null = null): Due {
  return { event, reason, anomaly };
}
