import { hundredths, plainDate, shortDate, typeset } from '../../kernel/french.js';
import type { Temporal } from '../../kernel/civil-time.js';
import type { OpenedCustody } from './custody-changes.js';
import { proposableLabel } from './correctable-fields.js';
import type { ImportedFamily, ImportedGuardian, ImportProblem } from './import-shape.js';
import type { ChildValues, FamilyValues } from './import-values-kept.js';
import type {
  KnownChild,
  KnownCustody,
  KnownFamily,
  KnownGuardian,
  KnownQuotient,
  KnownRegister,
} from './known-register.js';
import type { DatedQuotient } from './quotient.js';

/** One known value that an import replaces, in French and ready to be shown. */
export interface ReportedChange {
  /** « Foyer 1004 DUFOUR », « Nolan DUFOUR ». */
  readonly subject: string;
  readonly field: string;
  /** Null where nothing was known. */
  readonly before: string | null;
  /** Null where the value ends. */
  readonly after: string | null;
}

const WEEKS = { ALL: 'toutes les semaines', EVEN: 'semaines paires', ODD: 'semaines impaires' } as const;

/** Gathers what an import changes, so that nothing an agent typed since is lost unseen. */
export class ChangeReport {
  readonly changes: ReportedChange[] = [];
  readonly warnings: ImportProblem[] = [];
  private readonly siteNames: ReadonlyMap<number, string>;
  private readonly menuLabels: ReadonlyMap<number, string>;
  private readonly familyNames: ReadonlyMap<number | string, string>;

  constructor(register: KnownRegister) {
    this.siteNames = new Map([...register.sites.values()].map(({ id, label }) => [id, label]));
    this.menuLabels = new Map([...register.menuTypes.values()].map(({ id, label }) => [id, label]));
    this.familyNames = new Map([...register.families.values()].map((family) => [family.id, familyTitle(family)]));
  }

  /** Each of these answers whether anything changes. */
  family(before: KnownFamily, after: FamilyValues): boolean {
    return this.compare(familyTitle(before), before, after, [
      'name',
      'addressLine1',
      'addressLine2',
      'postalCode',
      'city',
      'allocataireNumber',
    ]);
  }

  guardian(family: ImportedFamily, before: KnownGuardian, after: ImportedGuardian): boolean {
    const fields = ['civility', 'lastName', 'firstName', 'email', 'phone'] as const;
    return this.compare(`${familyTitle(family)}, responsable ${before.position}`, before, after, fields);
  }

  newGuardian(family: KnownFamily, { firstName, lastName }: ImportedGuardian): void {
    this.add(familyTitle(family), 'Responsable', null, `${firstName} ${lastName}`);
  }

  child(before: KnownChild, after: ChildValues): boolean {
    const name = childTitle(before);
    const shown = (child: KnownChild | ChildValues) => ({
      lastName: child.lastName,
      firstName: child.firstName,
      sex: child.sex,
      school: child.siteId === null ? null : (this.siteNames.get(child.siteId) ?? `site ${child.siteId}`),
      className: child.className,
      menu: this.menuLabels.get(child.menuTypeId) ?? `menu ${child.menuTypeId}`,
      pai: child.hasPai ? 'oui' : 'non',
      wishes: child.wishedServices?.join(', ') ?? null,
    });
    const fields = ['lastName', 'firstName', 'sex', 'school', 'className', 'menu', 'pai', 'wishes'] as const;
    return this.compare(name, shown(before), shown(after), fields);
  }

  quotients(
    family: ImportedFamily,
    changed: readonly { readonly before: DatedQuotient; readonly after: DatedQuotient }[],
    added: DatedQuotient | null,
  ): void {
    for (const { before, after } of changed)
      this.add(familyTitle(family), 'QF', quotientSaid(before), quotientSaid(after));
    if (added) this.add(familyTitle(family), 'QF', null, quotientSaid(added));
  }

  custodies(child: KnownChild, opened: readonly OpenedCustody[], ended: readonly KnownCustody[]): void {
    for (const { familyId, weeks } of ended)
      this.add(childTitle(child), 'Garde', this.custodySaid(familyId, weeks), null);
    for (const { family, weeks, from } of opened) {
      this.add(childTitle(child), 'Garde', null, `${this.custodySaid(family, weeks)}, à partir du ${plainDate(from)}`);
    }
  }

  warnOfAccount(family: ImportedFamily, known: KnownGuardian, wanted: ImportedGuardian): void {
    this.warn(
      `${wanted.firstName} ${wanted.lastName}`,
      `${familyTitle(family)} : ${known.firstName} ${known.lastName} a un compte et n’est pas remplacé ; retirez-lui d’abord l’accès au foyer`,
    );
  }

  warnOfCutQuotient(family: ImportedFamily, quotient: DatedQuotient, cutAt: Temporal.PlainDate): void {
    this.warn(
      quotientSaid(quotient),
      `${familyTitle(family)} : un quotient plus récent est déjà connu ; celui du fichier s’arrête au ${plainDate(cutAt)}`,
    );
  }

  private compare<Field extends string>(
    subject: string,
    before: Readonly<Record<Field, string | null>>,
    after: Readonly<Record<Field, string | null>>,
    fields: readonly Field[],
  ): boolean {
    const changed = fields.filter((field) => before[field] !== after[field]);
    for (const field of changed) this.add(subject, proposableLabel(field), before[field], after[field]);
    return changed.length > 0;
  }

  private add(subject: string, field: string, before: string | null, after: string | null): void {
    this.changes.push({ subject, field, before, after });
  }

  private warn(value: string, reason: string): void {
    this.warnings.push({ line: null, field: null, value, reason: typeset(reason) });
  }

  private custodySaid(family: number | string, weeks: keyof typeof WEEKS): string {
    return `${this.familyNames.get(family) ?? `Foyer ${family}`}, ${WEEKS[weeks]}`;
  }
}

function familyTitle({ externalRef, name }: { readonly externalRef: string | null; readonly name: string }): string {
  return ['Foyer', externalRef, name].filter(Boolean).join(' ');
}

function childTitle({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string {
  return `${firstName} ${lastName}`;
}

function quotientSaid({ hundredths: value, from, to }: DatedQuotient | KnownQuotient): string {
  return `${hundredths(value)} du ${shortDate(from)}${to ? ` au ${shortDate(to)}` : ', sans fin'}`;
}
