import { spanHolds, spansOverlap, type Temporal } from '../../kernel/civil-time.js';

export const ABSENCE_KINDS = [
  'ILLNESS',
  'ACCIDENT',
  'HOSPITAL',
  'BEREAVEMENT',
  'STRIKE',
  'SCHOOL_TRIP',
  'ALERT',
  'OTHER',
] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** What the mairie declares for many children at once. */
export const COLLECTIVE_KINDS = ['STRIKE', 'SCHOOL_TRIP', 'ALERT'] as const satisfies readonly AbsenceKind[];
export type CollectiveKind = (typeof COLLECTIVE_KINDS)[number];

/** Which days an absence may concern; null stands for all. */
export interface AbsenceReach {
  readonly childId: number;
  readonly familyId: number | null;
  readonly prestationId: number | null;
  readonly fromDate: Temporal.PlainDate;
  readonly toDate: Temporal.PlainDate;
}

/** A day that a foyer booked for a child. */
export interface BookedDay {
  readonly childId: number;
  readonly familyId: number;
  readonly prestationId: number;
  readonly date: Temporal.PlainDate;
}

export function concerns(absence: AbsenceReach, booked: BookedDay): boolean {
  return (
    absence.childId === booked.childId &&
    (absence.familyId ?? booked.familyId) === booked.familyId &&
    (absence.prestationId ?? booked.prestationId) === booked.prestationId &&
    spanHolds(spanOf(absence), booked.date)
  );
}

/** Whether two absences could concern the same booked day: the second would only blur the first. */
export function absencesOverlap(a: AbsenceReach, b: AbsenceReach): boolean {
  const same = (one: number | null, other: number | null) => one === null || other === null || one === other;
  return (
    a.childId === b.childId &&
    same(a.familyId, b.familyId) &&
    same(a.prestationId, b.prestationId) &&
    spansOverlap(spanOf(a), spanOf(b))
  );
}

function spanOf({ fromDate, toDate }: AbsenceReach) {
  return { from: fromDate, to: toDate };
}
