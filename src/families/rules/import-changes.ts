import type { Temporal } from '../../kernel/civil-time.js';
import { foldedText } from './child-identity.js';
import { childAfter, familyAfter, guardianAfter, type ChildValues, type FamilyValues } from './import-values-kept.js';
import { custodyChanges, type OpenedCustody } from './custody-changes.js';
import { matchGuardians } from './guardian-matching.js';
import { ChangeReport, type ReportedChange } from './import-report.js';
import type { ImportedFamily, ImportedGuardian, ImportPlan, ImportProblem } from './import-shape.js';
import type { KnownLabel, KnownQuotient, KnownRegister } from './known-register.js';
import { quotientChanges } from './quotient-changes.js';
import type { DatedQuotient } from './quotient.js';

export interface ImportDates {
  /** The day of the import: a custody that changes, changes on that day. */
  readonly today: Temporal.PlainDate;
  readonly schoolYearStart: Temporal.PlainDate;
}

/** A household of the file: its number there; its id when it is known. */
export type FamilyToken = number | string;

/** What an import writes. Nothing for what the register already says. */
export interface ImportChanges {
  readonly families: {
    readonly created: readonly ImportedFamily[];
    readonly changed: readonly { readonly id: number; readonly values: FamilyValues }[];
  };
  readonly guardians: {
    readonly created: readonly {
      readonly family: FamilyToken;
      readonly position: number;
      readonly values: ImportedGuardian;
    }[];
    readonly changed: readonly { readonly id: number; readonly values: ImportedGuardian }[];
  };
  readonly children: {
    readonly created: readonly { readonly key: string; readonly values: ChildValues }[];
    readonly changed: readonly { readonly id: number; readonly values: ChildValues }[];
  };
  readonly custodies: {
    readonly opened: readonly (OpenedCustody & { readonly childKey: string })[];
    readonly closed: readonly { readonly id: number; readonly to: Temporal.PlainDate }[];
    readonly dropped: readonly number[];
  };
  readonly quotients: {
    readonly added: readonly { readonly family: FamilyToken; readonly quotient: DatedQuotient }[];
    readonly changed: readonly KnownQuotient[];
  };
  /** Children whose wished services the file says for the first time, or differently. */
  readonly wishes: readonly { readonly childKey: string; readonly labels: readonly string[] }[];
  /** Everything known that takes another value, for a person to check. */
  readonly report: readonly ReportedChange[];
  readonly warnings: readonly ImportProblem[];
}

/** The schools and menu types of the file that the register does not have, each once, as first written. */
export function newLabels(
  plan: Pick<ImportPlan, 'children'>,
  known: Pick<KnownRegister, 'sites' | 'menuTypes'>,
): { readonly sites: readonly string[]; readonly menuTypes: readonly string[] } {
  const missing = (names: readonly (string | null)[], labels: ReadonlyMap<string, KnownLabel>): string[] => {
    const found = new Map<string, string>();
    for (const name of names) {
      const key = foldedText(name ?? '');
      if (name !== null && !labels.has(key) && !found.has(key)) found.set(key, name);
    }
    return [...found.values()];
  };
  return {
    sites: missing(
      plan.children.map(({ schoolName }) => schoolName),
      known.sites,
    ),
    menuTypes: missing(
      plan.children.map(({ menuLabel }) => menuLabel),
      known.menuTypes,
    ),
  };
}

/**
 * Compares a sound plan with what the collectivité holds; its schools and menu types must all be known. A cell that
 * the file leaves blank never takes a known value away.
 */
export function importChanges(plan: ImportPlan, known: KnownRegister, dates: ImportDates): ImportChanges {
  const report = new ChangeReport(known);
  const families = { created: [] as ImportedFamily[], changed: [] as { id: number; values: FamilyValues }[] };
  const guardians: {
    created: Mutable<ImportChanges['guardians']['created']>;
    changed: Mutable<ImportChanges['guardians']['changed']>;
  } = { created: [], changed: [] };
  const quotients: { added: Mutable<ImportChanges['quotients']['added']>; changed: KnownQuotient[] } = {
    added: [],
    changed: [],
  };
  for (const family of plan.families) {
    const before = known.families.get(family.externalRef);
    const token: FamilyToken = before?.id ?? family.externalRef;
    if (!before) families.created.push(family);
    else {
      const values = familyAfter(before, family);
      if (report.family(before, values)) families.changed.push({ id: before.id, values });
    }
    for (const match of matchGuardians(family.guardians, before?.guardians ?? [])) {
      if (match.conflict) report.warnOfAccount(family, match.known!, match.wanted);
      else if (!match.known) {
        guardians.created.push({ family: token, position: match.position, values: match.wanted });
        if (before) report.newGuardian(before, match.wanted);
      } else {
        const values = guardianAfter(match.known, match.wanted);
        if (report.guardian(family, match.known, values)) guardians.changed.push({ id: match.known.id, values });
      }
    }
    for (const wanted of family.quotients) {
      const { added, changed, cutAt } = quotientChanges(before?.quotients ?? [], wanted);
      if (added) quotients.added.push({ family: token, quotient: added });
      for (const change of changed) quotients.changed.push(change.after);
      report.quotients(family, changed, before ? added : null);
      if (added && cutAt) report.warnOfCutQuotient(family, added, cutAt);
    }
  }
  return {
    families,
    guardians,
    quotients,
    ...childChanges(plan, known, dates, report),
    report: report.changes,
    warnings: report.warnings,
  };
}

function childChanges(plan: ImportPlan, known: KnownRegister, dates: ImportDates, report: ChangeReport) {
  const says = { pai: plan.usedColumns.some(({ field }) => field === 'pai'), wishes: plan.wishColumns.length > 0 };
  const children: {
    created: Mutable<ImportChanges['children']['created']>;
    changed: Mutable<ImportChanges['children']['changed']>;
  } = { created: [], changed: [] };
  const custodies: {
    opened: (OpenedCustody & { childKey: string })[];
    closed: { id: number; to: Temporal.PlainDate }[];
    dropped: number[];
  } = { opened: [], closed: [], dropped: [] };
  const wishes: { childKey: string; labels: readonly string[] }[] = [];
  const wished = new Map(plan.wishes.map(({ childKey, labels }) => [childKey, labels]));
  const wanted = new Map<string, { family: FamilyToken; weeks: (typeof plan.custodies)[number]['weeks'] }[]>();
  for (const { childKey, familyRef, weeks } of plan.custodies) {
    const family = known.families.get(familyRef)?.id ?? familyRef;
    const others = wanted.get(childKey);
    if (others) others.push({ family, weeks });
    else wanted.set(childKey, [{ family, weeks }]);
  }
  for (const child of plan.children) {
    const before = known.children.get(child.key);
    const labels = says.wishes ? [...(wished.get(child.key) ?? [])].sort() : null;
    const values = childAfter(before ?? null, child, labels, says.pai, known);
    if (!before) children.created.push({ key: child.key, values });
    else if (report.child(before, values)) children.changed.push({ id: before.id, values });
    if (labels && !sameList(before?.wishedServices ?? [], labels)) {
      wishes.push({ childKey: child.key, labels });
    }
    const { opened, closed, dropped } = custodyChanges(before?.custodies ?? [], wanted.get(child.key) ?? [], dates);
    for (const custody of opened) custodies.opened.push({ ...custody, childKey: child.key });
    for (const { before: custody, to } of closed) custodies.closed.push({ id: custody.id, to });
    for (const { id } of dropped) custodies.dropped.push(id);
    if (before) report.custodies(before, opened, [...closed.map((one) => one.before), ...dropped]);
  }
  return { children, custodies, wishes };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((label, index) => label === b[index]);
}

type Mutable<List> = List extends readonly (infer Item)[] ? Item[] : never;
