import { ageOn, type Temporal, weekdayOf } from '../../kernel/civil-time.js';
import { counted, typeset } from '../../kernel/french.js';
import type { PrestationKind } from './prestation-kind.js';

/**
 * By which rule children are looked after. NONE: no national ratio (a canteen, a garderie that is not declared to the
 * State). DECLARED: an accueil de loisirs; DECLARED_PEDT: within a projet éducatif territorial.
 */
export const SUPERVISIONS = ['NONE', 'DECLARED', 'DECLARED_PEDT'] as const;
export type Supervision = (typeof SUPERVISIONS)[number];

/** One person for so many children at most, by their age on the day. */
export interface StaffRatio {
  readonly under6: number;
  readonly from6: number;
  /** Article of the Code de l'action sociale et des familles. */
  readonly article: string;
}

export interface ChildrenByAge {
  readonly under6: number;
  readonly from6: number;
}

/** Code de l'action sociale et des familles, articles R227-15 and R227-16 (in force since 3 September 2018). */
const EXTRASCOLAIRE: StaffRatio = { under6: 8, from6: 12, article: 'R227-15' };
const PERISCOLAIRE: Record<'DECLARED' | 'DECLARED_PEDT', Record<'long' | 'short', StaffRatio>> = {
  DECLARED: {
    long: { under6: 8, from6: 12, article: 'R227-16 (I)' },
    short: { under6: 10, from6: 14, article: 'R227-16 (I)' },
  },
  DECLARED_PEDT: {
    long: { under6: 10, from6: 14, article: 'R227-16 (II)' },
    short: { under6: 14, from6: 18, article: 'R227-16 (II)' },
  },
};
/** « Plus de cinq heures consécutives » is long. */
const LONGEST_SHORT_MINUTES = 300;

const USUAL: Record<PrestationKind, Supervision> = {
  CANTEEN: 'NONE',
  MORNING_CARE: 'DECLARED',
  EVENING_CARE: 'DECLARED',
  LEISURE_CENTRE: 'DECLARED',
  OTHER: 'NONE',
};

export interface LookedAfter {
  readonly kind: PrestationKind;
  readonly supervision: Supervision | null;
  /** On the wall clock, `HH:MM`; a leisure centre without hours is taken to be long, the rest short. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/**
 * The national ratio of a prestation on a date; null when there is none. Extrascolaire (R227-1): in the school
 * holidays, on Sundays, and on Saturdays, which are taken to be without class; périscolaire on all the other days,
 * Wednesdays too.
 */
export function staffRatioOf(
  prestation: LookedAfter,
  date: Temporal.PlainDate,
  inSchoolHolidays: boolean,
): StaffRatio | null {
  const supervision = prestation.supervision ?? USUAL[prestation.kind];
  if (supervision === 'NONE') return null;
  if (inSchoolHolidays || ['SA', 'SU'].includes(weekdayOf(date))) return EXTRASCOLAIRE;
  return PERISCOLAIRE[supervision][isLong(prestation) ? 'long' : 'short'];
}

function isLong({ kind, startsAt, endsAt }: LookedAfter): boolean {
  if (startsAt === null || endsAt === null) return kind === 'LEISURE_CENTRE';
  return minutesOf(endsAt) - minutesOf(startsAt) > LONGEST_SHORT_MINUTES;
}

function minutesOf(hour: string): number {
  const [hours, minutes] = hour.split(':').map(Number);
  return hours! * 60 + minutes!;
}

/** Counted on the day itself. */
export function childrenByAge(birthDates: readonly Temporal.PlainDate[], date: Temporal.PlainDate): ChildrenByAge {
  const under6 = birthDates.filter((birthDate) => ageOn(birthDate, date) < 6).length;
  return { under6, from6: birthDates.length - under6 };
}

/** Each age counts its own people, as the article is written: the two groups do not make up one person together. */
export function staffNeeded(ratio: StaffRatio, { under6, from6 }: ChildrenByAge): number {
  return Math.ceil(under6 / ratio.under6) + Math.ceil(from6 / ratio.from6);
}

/** What to look at, in French; null when the staff planned is enough or nothing is required. */
export function staffAlert(needed: number, planned: number | null): string | null {
  if (needed === 0) return null;
  if (planned === null)
    return typeset(`Encadrement à prévoir : ${people(needed)} ${needed < 2 ? 'est nécessaire' : 'sont nécessaires'}.`);
  if (planned >= needed) return null;
  const have = planned === 0 ? 'personne n’est prévu' : `${people(planned)} ${planned < 2 ? 'prévu' : 'prévus'}`;
  return typeset(
    `Encadrement insuffisant : ${have} pour ${people(needed)} ${needed < 2 ? 'nécessaire' : 'nécessaires'}.`,
  );
}

/** « 1 animateur pour 10 enfants de moins de 6 ans, 1 pour 14 à partir de 6 ans (article R227-16 (I) du code…) ». */
export function ratioInFrench(ratio: StaffRatio | null): string {
  if (ratio === null) return 'pas de taux d’encadrement national';
  const [young, old] = [counted(ratio.under6, 'enfant', 'enfants'), String(ratio.from6)];
  return typeset(
    `1 animateur pour ${young} de moins de 6 ans, 1 pour ${old} à partir de 6 ans (article ${ratio.article} du code de l’action sociale et des familles)`,
  );
}

function people(count: number): string {
  return counted(count, 'animateur', 'animateurs');
}
