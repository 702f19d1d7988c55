import { enumeration, typeset } from '../../kernel/french.js';
import { weeksCollide } from './custody.js';
import type { ImportField } from './import-columns.js';
import { type ImportLine, shortened } from './import-line.js';
import type { ImportedChild, ImportedCustody, ImportedFamily, ImportProblem } from './import-shape.js';

interface Household {
  readonly line: ImportLine;
  readonly children: Map<string, ImportLine>;
}

interface SharedChild {
  readonly line: ImportLine;
  readonly custodies: ImportedCustody[];
  readonly custodyLines: ImportLine[];
  readonly wishes: Set<string>;
}

type Facts = Partial<Record<ImportField, string>>;

/**
 * Brings together the lines of the same household and of the same child, and finds where they contradict each other.
 * The first line that speaks of a household or of a child is believed; the later ones are reported.
 */
export class Gathering {
  readonly households = new Map<string, Household>();
  readonly children = new Map<string, SharedChild>();
  readonly errors: ImportProblem[] = [];

  /** `label` gives the header of the column that holds a field, as the agent sees it. */
  constructor(private readonly label: (field: ImportField) => string) {}

  add(line: ImportLine): void {
    const household = this.householdOf(line);
    const twin = household.children.get(line.child.key);
    if (twin) {
      this.reject(
        line,
        null,
        null,
        twin.cells.every((cell, index) => cell === line.cells[index])
          ? `ligne identique à la ligne ${twin.number} : supprimez l’une des deux`
          : `${childName(line)} est déjà dans le foyer ${line.family.externalRef} à la ligne ${twin.number} : un enfant n’a qu’une ligne par foyer`,
      );
      return;
    }
    household.children.set(line.child.key, line);
    this.addChild(line);
  }

  private householdOf(line: ImportLine): Household {
    const ref = line.family.externalRef;
    const known = this.households.get(ref);
    if (known) {
      this.compare(
        line,
        householdFacts(line.family),
        known.line.number,
        householdFacts(known.line.family),
        `le foyer ${ref}`,
      );
      return known;
    }
    const household = { line, children: new Map<string, ImportLine>() };
    this.households.set(ref, household);
    return household;
  }

  private addChild(line: ImportLine): void {
    const custody = { childKey: line.child.key, familyRef: line.family.externalRef, weeks: line.weeks };
    const known = this.children.get(line.child.key);
    if (!known) {
      const wishes = new Set(line.wishes);
      this.children.set(line.child.key, { line, custodies: [custody], custodyLines: [line], wishes });
      return;
    }
    this.compare(line, childFacts(line.child), known.line.number, childFacts(known.line.child), childName(line));
    for (const wish of line.wishes) known.wishes.add(wish);
    if (known.custodies.length === 2) {
      const [first, second] = known.custodyLines as [ImportLine, ImportLine];
      this.reject(
        line,
        null,
        null,
        `${childName(line)} est déjà dans deux foyers (lignes ${first.number} et ${second.number}) : deux au plus`,
      );
      return;
    }
    if (weeksCollide(known.custodies[0]!.weeks, line.weeks)) this.rejectWeeks(line, known.line);
    known.custodies.push(custody);
    known.custodyLines.push(line);
  }

  private rejectWeeks(line: ImportLine, other: ImportLine): void {
    const where = `le foyer ${other.family.externalRef} (ligne ${other.number})`;
    const half = line.weeks === 'EVEN' ? 'paires' : 'impaires';
    this.reject(
      line,
      'custody',
      WEEKS[line.weeks],
      line.weeks === 'ALL' || other.weeks === 'ALL'
        ? `${childName(line)} est aussi dans ${where} : indiquez « semaines paires » pour l’un et « semaines impaires » pour l’autre`
        : `${where} a déjà ${childName(line)} les semaines ${half} : l’un des deux a les semaines ${half === 'paires' ? 'impaires' : 'paires'}`,
    );
  }

  private compare(line: ImportLine, facts: Facts, earlier: number, before: Facts, who: string): void {
    const fields = (Object.keys(facts) as ImportField[]).filter((field) => facts[field] !== before[field]);
    if (fields.length === 0) return;
    const [only] = fields.length === 1 ? fields : [];
    const named = enumeration(fields.map((field) => `« ${this.label(field)} »`));
    const said = only ? ` (« ${shortened(before[only]!)} »)` : '';
    this.reject(
      line,
      only ?? null,
      only ? facts[only]! : null,
      `${who} n’a pas les mêmes données qu’à la ligne ${earlier} : ${named}${said}`,
    );
  }

  private reject(line: ImportLine, field: ImportField | null, value: string | null, reason: string): void {
    this.errors.push({
      line: line.number,
      field: field && this.label(field),
      value: value === null ? null : shortened(value),
      reason: typeset(reason),
    });
  }
}

const WEEKS = { ALL: '', EVEN: 'semaines paires', ODD: 'semaines impaires' } as const;

function childName({ child }: ImportLine): string {
  return `${child.firstName} ${child.lastName}`;
}

function householdFacts(family: ImportedFamily): Facts {
  const [first, second] = family.guardians;
  const [quotient] = family.quotients;
  return {
    familyName: family.name,
    guardian1Civility: first?.civility ?? '',
    guardian1LastName: first?.lastName ?? '',
    guardian1FirstName: first?.firstName ?? '',
    guardian1Email: first?.email ?? '',
    guardian1Phone: first?.phone ?? '',
    guardian2Civility: second?.civility ?? '',
    guardian2LastName: second?.lastName ?? '',
    guardian2FirstName: second?.firstName ?? '',
    guardian2Email: second?.email ?? '',
    guardian2Phone: second?.phone ?? '',
    addressLine1: family.addressLine1 ?? '',
    addressLine2: family.addressLine2 ?? '',
    postalCode: family.postalCode ?? '',
    city: family.city ?? '',
    allocataireNumber: family.allocataireNumber ?? '',
    quotient: quotient ? String(quotient.hundredths / 100) : '',
    quotientFrom: quotient?.from.toString() ?? '',
    quotientTo: quotient?.to?.toString() ?? '',
  };
}

function childFacts(child: ImportedChild): Facts {
  return {
    sex: child.sex ?? '',
    school: child.schoolName ?? '',
    className: child.className ?? '',
    menu: child.menuLabel ?? '',
    pai: child.hasPai ? 'O' : 'N',
  };
}
