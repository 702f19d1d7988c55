import { counted, enumeration } from '../../../kernel/french.js';
import type { Audience, ByAudience, SchoolLevel } from './tariff.js';
import { SCHOOL_LEVELS } from './tariff.js';

/** What is known of a child and its household when a price is asked; null or absent is unknown. */
export interface AudienceFacts {
  readonly resident?: boolean;
  readonly schoolLevel?: SchoolLevel | null;
  /** In completed years on the day of service. */
  readonly age?: number | null;
  /** Children of the household. */
  readonly children?: number | null;
  readonly daysPerWeek?: number | null;
}

/** Whether a child is of an audience. What is not known is of no audience that asks for it. */
export function isOf({ when, facts }: { readonly when: Audience; readonly facts: AudienceFacts }): boolean {
  return (
    (when.resident === undefined || when.resident === (facts.resident ?? true)) &&
    (when.schoolLevels === undefined || (facts.schoolLevel != null && when.schoolLevels.includes(facts.schoolLevel))) &&
    isWithin(facts.age, when.ageMin, when.ageMax) &&
    isWithin(facts.children, when.childrenMin, when.childrenMax) &&
    isWithin(facts.daysPerWeek, when.daysPerWeekMin, when.daysPerWeekMax)
  );
}

/** The facts that an audience asks for: only these are kept with a price. */
export function factsAsked(when: Audience, facts: AudienceFacts): AudienceFacts {
  const asked: Mutable<AudienceFacts> = {};
  if (when.resident !== undefined) asked.resident = facts.resident ?? true;
  if (when.schoolLevels !== undefined) asked.schoolLevel = facts.schoolLevel ?? null;
  if (asks(when.ageMin, when.ageMax)) asked.age = facts.age ?? null;
  if (asks(when.childrenMin, when.childrenMax)) asked.children = facts.children ?? null;
  if (asks(when.daysPerWeekMin, when.daysPerWeekMax)) asked.daysPerWeek = facts.daysPerWeek ?? null;
  return asked;
}

type Mutable<Facts> = { -readonly [Fact in keyof Facts]: Facts[Fact] };

/** « habitants de la commune, maternelle, de 3 à 5 ans »; « pour tous » when nothing is asked. */
export function audienceInFrench(when: Audience): string {
  const words = [
    when.resident === undefined ? null : when.resident ? 'habitants de la commune' : 'hors commune',
    when.schoolLevels && enumeration(when.schoolLevels.map((level) => LEVELS[level])),
    range(when.ageMin, when.ageMax, 'an', 'ans'),
    range(when.childrenMin, when.childrenMax, 'enfant', 'enfants'),
    range(when.daysPerWeekMin, when.daysPerWeekMax, 'jour par semaine', 'jours par semaine'),
  ].filter(Boolean);
  return words.length === 0 ? 'pour tous' : words.join(', ');
}

/** Someone whom no grid of a list would match; null when the list is complete. */
export function unmatched(grids: ByAudience['grids']): AudienceFacts | null {
  const whens = grids.map(({ when }) => when);
  const asked = (least: number, bounds: (when: Audience) => readonly (number | undefined)[]) =>
    samples(least, whens.flatMap(bounds));
  for (const resident of whens.some((when) => when.resident !== undefined) ? [true, false] : [undefined])
    for (const schoolLevel of whens.some((when) => when.schoolLevels) ? SCHOOL_LEVELS : [undefined])
      for (const age of asked(0, (when) => [when.ageMin, next(when.ageMax)]))
        for (const children of asked(1, (when) => [when.childrenMin, next(when.childrenMax)]))
          for (const daysPerWeek of withUnknown(asked(1, (when) => [when.daysPerWeekMin, next(when.daysPerWeekMax)]))) {
            const facts = kept({ resident, schoolLevel, age, children, daysPerWeek });
            if (!whens.some((when) => isOf({ when, facts }))) return facts;
          }
  return null;
}

/** A child who is of two audiences; null when nobody can be. */
export function commonTo(a: Audience, b: Audience): AudienceFacts | null {
  const resident = a.resident ?? b.resident;
  if (a.resident !== undefined && b.resident !== undefined && a.resident !== b.resident) return null;
  const levels = (a.schoolLevels ?? SCHOOL_LEVELS).filter((level) => (b.schoolLevels ?? SCHOOL_LEVELS).includes(level));
  const schoolLevel = a.schoolLevels || b.schoolLevels ? levels[0] : undefined;
  if (levels.length === 0) return null;
  const least = (name: 'age' | 'children' | 'daysPerWeek') => {
    const bounds = [a, b].map((when) => ({ min: when[`${name}Min`], max: when[`${name}Max`] }));
    if (bounds.every(({ min, max }) => !asks(min, max))) return undefined;
    const min = Math.max(...bounds.map((bound) => bound.min ?? 0));
    return bounds.some(({ max }) => max !== undefined && max < min) ? null : min;
  };
  const [age, children, daysPerWeek] = [least('age'), least('children'), least('daysPerWeek')];
  if (age === null || children === null || daysPerWeek === null) return null;
  return kept({ resident, schoolLevel, age, children, daysPerWeek });
}

/** « hors commune, maternelle, 3 ans »: one child, for a message. */
export function factsInFrench({ resident, schoolLevel, age, children, daysPerWeek }: AudienceFacts): string {
  return [
    resident === undefined ? null : resident ? 'habitant la commune' : 'hors commune',
    schoolLevel && LEVELS[schoolLevel],
    age == null ? null : counted(age, 'an', 'ans'),
    children == null ? null : counted(children, 'enfant', 'enfants'),
    daysPerWeek === undefined
      ? null
      : daysPerWeek === null
        ? 'nombre de jours par semaine inconnu'
        : counted(daysPerWeek, 'jour par semaine', 'jours par semaine'),
  ]
    .filter(Boolean)
    .join(', ');
}

const LEVELS: Record<SchoolLevel, string> = {
  MATERNELLE: 'maternelle',
  ELEMENTAIRE: 'élémentaire',
  COLLEGE: 'collège',
  LYCEE: 'lycée',
};

function isWithin(value: number | null | undefined, min: number | undefined, max: number | undefined): boolean {
  if (!asks(min, max)) return true;
  return value != null && (min === undefined || min <= value) && (max === undefined || value <= max);
}

function asks(min: number | undefined, max: number | undefined): boolean {
  return min !== undefined || max !== undefined;
}

function range(min: number | undefined, max: number | undefined, one: string, several: string): string | null {
  if (min !== undefined && max !== undefined)
    return min === max ? counted(min, one, several) : `de ${min} à ${counted(max, one, several)}`;
  if (min !== undefined) return `${counted(min, one, several)} et plus`;
  return max === undefined ? null : `${counted(max, one, several)} et moins`;
}

/** A value in each stretch between the bounds that a list names: they are all alike within one. */
function samples(least: number, bounds: readonly (number | undefined)[]): readonly (number | undefined)[] {
  const known = bounds.filter((bound) => bound !== undefined);
  return known.length === 0 ? [undefined] : [...new Set([least, ...known])].sort((a, b) => a - b);
}

function withUnknown<Value>(values: readonly (Value | undefined)[]): readonly (Value | null | undefined)[] {
  return values.length === 1 && values[0] === undefined ? values : [...values, null];
}

function next(bound: number | undefined): number | undefined {
  return bound === undefined ? undefined : bound + 1;
}

function kept(facts: Readonly<Record<keyof AudienceFacts, unknown>>): AudienceFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
