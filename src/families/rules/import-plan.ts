import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { typeset } from '../../kernel/french.js';
import { decodeCsv } from './csv-decoding.js';
import { readCsv } from './csv-lines.js';
import { type ColumnMapping, findColumns, type ImportField, REQUIRED_FIELDS } from './import-columns.js';
import { Gathering } from './import-gathering.js';
import { type LineJudgement, lineReader, shortened } from './import-line.js';
import type { ImportedFamily, ImportPlan, ImportProblem } from './import-shape.js';

/** `today` is the date of the import in the collectivité: it dates births and ended quotients. */
export interface ImportOptions extends LineJudgement {
  readonly mapping?: ColumnMapping;
}

/** Beyond these, a file is refused at once rather than keep everybody waiting while it is read. */
const MOST_LINES = 50_000;
const MOST_COLUMNS = 200;
const TOO_LONG = typeset(
  'Ce fichier a plus de 50 000 lignes : importez-le en plusieurs fichiers, foyer par foyer entier.',
);
const TOO_WIDE = typeset('Ce fichier a plus de 200 colonnes : gardez celles des familles et des enfants.');

/** Reads a mairie's export of its families. Says everything that is wrong with it at once, and never throws for it. */
export function planImport(bytes: Uint8Array, { today, mapping, menuFault }: ImportOptions): ImportPlan {
  const decoded = decodeCsv(bytes);
  if (!decoded.ok) return unreadable(null, [decoded.reason]);
  if (hasMoreLines(decoded.value.text, MOST_LINES)) return unreadable(null, [TOO_LONG]);
  const table = readCsv(decoded.value.text);
  const headers = table.header.cells;
  if (headers.length > MOST_COLUMNS) return unreadable(table.header.number, [TOO_WIDE]);
  const columns = findColumns(headers, table.lines, mapping);
  if (columns.errors.length > 0) return unreadable(table.header.number, columns.errors);
  const lineCount = table.lines.length + table.damaged.length;
  if (lineCount === 0) return unreadable(null, ['Ce fichier a des en-têtes mais aucune ligne d’enfant.']);

  const label = (field: ImportField) => headers[columns.at[field] ?? -1]?.trim() ?? REQUIRED_FIELDS[field] ?? field;
  const gathering = new Gathering(label);
  const errors: ImportProblem[] = table.damaged.map(({ number, text, reason }) => {
    return { line: number, field: null, value: shortened(text), reason };
  });
  const warnings: ImportProblem[] = [];
  const onBadLines = new Set<string>();
  const read = lineReader(headers, columns, { today, menuFault });
  for (const csvLine of table.lines) {
    const reading = read(csvLine);
    for (const error of reading.errors) errors.push(error);
    for (const warning of reading.warnings) warnings.push(warning);
    if (reading.line) gathering.add(reading.line);
    else if (reading.childKey) onBadLines.add(reading.childKey);
  }
  for (const error of gathering.errors) errors.push(error);
  for (const warning of loneCustodies(gathering, onBadLines, label)) warnings.push(warning);
  for (const warning of householdWarnings(gathering, columns.at, label)) warnings.push(warning);

  const families = [...gathering.households.values()].map(({ line }) => line.family);
  const children = [...gathering.children.values()];
  const guardians = families.flatMap((family) => family.guardians);
  return {
    families,
    children: children.map(({ line }) => line.child),
    custodies: children.flatMap(({ custodies }) => custodies),
    wishes: children.map(({ line, wishes }) => ({ childKey: line.child.key, labels: [...wishes] })),
    errors: errors.sort(byLine),
    warnings: warnings.sort(byLine),
    usedColumns: (Object.entries(columns.at) as [ImportField, number][]).map(([field, index]) => ({
      field,
      header: headers[index]!.trim(),
    })),
    ignoredColumns: columns.ignored,
    wishColumns: columns.wishes.map((wish) => wish.label),
    counts: {
      lines: lineCount,
      families: families.length,
      guardians: guardians.length,
      guardiansWithoutEmail: guardians.filter(({ email }) => email === null).length,
      familiesWithoutQuotient: families.filter(({ quotients }) => quotients.length === 0).length,
      familiesWithExpiredQuotient: families.filter((family) => hasExpired(family, today)).length,
      children: children.length,
      sharedChildren: children.filter(({ custodies }) => custodies.length > 1).length,
      siblingGroups: [...gathering.households.values()].filter((household) => household.children.size > 1).length,
    },
  };
}

function hasMoreLines(text: string, most: number): boolean {
  let at = -1;
  for (let count = 0; count <= most; count += 1) {
    at = text.indexOf('\n', at + 1);
    if (at === -1) return false;
  }
  return text.slice(at).trim() !== '';
}

function unreadable(line: number | null, reasons: readonly string[]): ImportPlan {
  const none = { lines: 0, families: 0, guardians: 0, guardiansWithoutEmail: 0, familiesWithoutQuotient: 0 };
  return {
    families: [],
    children: [],
    custodies: [],
    wishes: [],
    errors: reasons.map((reason) => ({ line, field: null, value: null, reason })),
    warnings: [],
    usedColumns: [],
    ignoredColumns: [],
    wishColumns: [],
    counts: { ...none, familiesWithExpiredQuotient: 0, children: 0, sharedChildren: 0, siblingGroups: 0 },
  };
}

function* loneCustodies(
  gathering: Gathering,
  onBadLines: ReadonlySet<string>,
  label: (field: ImportField) => string,
): Generator<ImportProblem> {
  for (const { line, custodies } of gathering.children.values()) {
    if (custodies.length > 1 || line.weeks === 'ALL' || onBadLines.has(line.child.key)) continue;
    yield {
      line: line.number,
      field: label('custody'),
      value: line.weeks === 'EVEN' ? 'semaines paires' : 'semaines impaires',
      reason: typeset('garde partagée avec un seul foyer dans le fichier : personne n’est facturé les autres semaines'),
    };
  }
}

/** What a household lacks or shares with another, said once, at its first line. */
function* householdWarnings(
  gathering: Gathering,
  at: Partial<Record<ImportField, number>>,
  label: (field: ImportField) => string,
): Generator<ImportProblem> {
  const adultOf = new Map<string, { readonly who: string; readonly line: number }>();
  for (const { line } of gathering.households.values()) {
    for (const field of ['addressLine1', 'postalCode', 'city'] as const) {
      if (at[field] === undefined || line.family[field] !== null) continue;
      yield {
        line: line.number,
        field: label(field),
        value: '',
        reason: typeset('adresse incomplète : les factures la portent'),
      };
    }
    for (const [index, { email, firstName, lastName }] of line.family.guardians.entries()) {
      if (email === null) continue;
      const who = `${firstName} ${lastName}`;
      const other = adultOf.get(email);
      if (!other) adultOf.set(email, { who, line: line.number });
      else if (other.who !== who) {
        yield {
          line: line.number,
          field: label(index === 0 ? 'guardian1Email' : 'guardian2Email'),
          value: shortened(email),
          reason: typeset(
            `adresse déjà donnée pour ${other.who} (ligne ${other.line}) : chaque adulte a son propre compte`,
          ),
        };
      }
    }
  }
}

function hasExpired({ quotients }: ImportedFamily, today: Temporal.PlainDate): boolean {
  return quotients.length > 0 && quotients.every(({ to }) => to !== null && isBefore(to, today));
}

function byLine(a: ImportProblem, b: ImportProblem): number {
  return (a.line ?? 0) - (b.line ?? 0);
}
