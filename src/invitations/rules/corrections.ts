import type { AccountStep, ChildStep, GuardianStep } from './registration-steps.js';

/** A correction for the agent to accept or refuse. */
export interface Correction {
  /** `family:12`, `guardian:31` or `child:7`. */
  readonly subject: string;
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string;
}

/** What the mairie holds of a family, as far as the parent is shown it for checking. */
export interface HeldFamily {
  readonly familyId: number;
  readonly name: string;
  readonly guardians: readonly {
    readonly guardianId: number;
    readonly civility: string | null;
    readonly firstName: string;
    readonly lastName: string;
  }[];
  readonly children: readonly { readonly childId: number; readonly firstName: string; readonly lastName: string }[];
}

interface Steps {
  readonly account: AccountStep;
  readonly guardians: readonly GuardianStep[];
  readonly children: readonly ChildStep[];
}

/** The differences between what the mairie holds and what the parent typed. Capitals are how a name is written here and there: they are no difference. */
export function correctionsOf(held: HeldFamily, { account, guardians, children }: Steps): Correction[] {
  const family = differences(`family:${held.familyId}`, { name: held.name }, { name: account.familyName });
  const adults = guardians.flatMap(({ guardianId, civility, firstName, lastName }) => {
    const known = held.guardians.find((one) => one.guardianId === guardianId);
    return known ? differences(`guardian:${guardianId}`, known, { civility, firstName, lastName }) : [];
  });
  const young = children.flatMap(({ childId, firstName, lastName }) => {
    const known = held.children.find((one) => one.childId === childId);
    return known ? differences(`child:${childId}`, known, { firstName, lastName }) : [];
  });
  return [...family, ...adults, ...young];
}

function differences<Field extends string>(
  subject: string,
  known: Readonly<Record<NoInfer<Field>, string | null>>,
  typed: Readonly<Record<Field, string>>,
): Correction[] {
  return (Object.keys(typed) as Field[])
    .filter((field) => comparable(known[field]) !== comparable(typed[field]))
    .map((field) => ({ subject, field, oldValue: known[field], newValue: typed[field] }));
}

function comparable(text: string | null): string {
  return (text ?? '').normalize('NFC').toLocaleUpperCase('fr').replace(/’/g, "'").replace(/\s+/g, ' ').trim();
}
