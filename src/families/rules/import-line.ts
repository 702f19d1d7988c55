import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { typeset } from '../../kernel/french.js';
import { childKey } from './child-identity.js';
import type { CsvLine } from './csv-lines.js';
import type { CustodyWeeks } from './custody.js';
import type { ImportColumns, ImportField } from './import-columns.js';
import type { ImportedChild, ImportedFamily, ImportedGuardian, ImportProblem } from './import-shape.js';
import * as values from './import-values.js';
import { type DatedQuotient, parseQuotient } from './quotient.js';
import type { Reading } from './reading.js';

/** What one line says, when nothing in it is wrong. */
export interface ImportLine {
  readonly number: number;
  readonly cells: readonly string[];
  readonly family: ImportedFamily;
  readonly child: ImportedChild;
  readonly weeks: CustodyWeeks;
  readonly wishes: readonly string[];
}

export interface LineReading {
  /** Null when the line has an error. */
  readonly line: ImportLine | null;
  /** The child of the line, known even when something else in it is wrong. */
  readonly childKey: string | null;
  readonly errors: readonly ImportProblem[];
  readonly warnings: readonly ImportProblem[];
}

export const LONGEST = { name: 60, address: 100, school: 80, className: 40, ref: 30, identity: 140 } as const;

/** What a line is judged against beside itself. */
export interface LineJudgement {
  /** It dates the births. */
  readonly today: Temporal.PlainDate;
  readonly menuFault: values.MenuFault;
}

/** Characters that no name holds: controls, direction overrides, and the marks of a text read in the wrong encoding. */
const UNREADABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd‚„†‡ˆ‰]|[ÃÂ][\u00a0-\u00bf€ƒ‹›™š-žŠ-ŽŒœŸ“”•˜–—]/;
const MANY_UNREADABLE = new RegExp(UNREADABLE, 'g');

/** Reads the lines of a file whose columns are known. */
export function lineReader(headers: readonly string[], columns: ImportColumns, judgement: LineJudgement) {
  const { today } = judgement;
  const parseMenu = values.menuParser(judgement.menuFault);
  return (line: CsvLine): LineReading => readLine(line, headers, columns, { today, parseMenu });
}

function readLine(
  line: CsvLine,
  headers: readonly string[],
  columns: ImportColumns,
  { today, parseMenu }: { readonly today: Temporal.PlainDate; readonly parseMenu: (text: string) => Reading<string> },
): LineReading {
  const errors: ImportProblem[] = [];
  const warnings: ImportProblem[] = [];
  const problem = (index: number | undefined, text: string, reason: string): ImportProblem => {
    const field = index === undefined ? null : headers[index]!.trim();
    return { line: line.number, field, value: shortened(text), reason };
  };
  const reject = (index: number | undefined, text: string, reason: string) => errors.push(problem(index, text, reason));
  const tidy: (string | undefined)[] = [];
  const cell = (index: number | undefined): string => {
    if (index === undefined) return '';
    return (tidy[index] ??= line.cells[index]!.replace(/\s+/g, ' ').trim());
  };
  const suspect = UNREADABLE.test(line.cells.join('\n'));
  const text = (field: ImportField) => cell(columns.at[field]);
  const read = <T>(index: number | undefined, parse: (text: string) => Reading<T>): T | null => {
    if (suspect && index !== undefined && UNREADABLE.test(line.cells[index]!)) {
      reject(index, line.cells[index]!, UNREADABLE_REASON);
      return null;
    }
    const reading = parse(cell(index));
    if (reading.ok) return reading.value;
    reject(index, cell(index), reading.reason);
    return null;
  };
  const required = <T>(field: ImportField, parse: (text: string) => Reading<T>) => read(columns.at[field], parse);
  const optional = <T>(field: ImportField, parse: (text: string) => Reading<T>) =>
    text(field) === '' ? null : read(columns.at[field], parse);
  const name = (value: string) => values.parseName(value, LONGEST.name);

  const guardian = (rank: 1 | 2): ImportedGuardian | null => {
    const [civility, lastName, firstName, email, phone] = GUARDIAN_PARTS.map(
      (part) => `guardian${rank}${part}` as ImportField,
    ) as [ImportField, ImportField, ImportField, ImportField, ImportField];
    if (rank === 2 && [civility, lastName, firstName, email, phone].every((field) => text(field) === '')) return null;
    return {
      civility: optional(civility, values.parseCivility),
      lastName: required(lastName, name) ?? '',
      firstName: required(firstName, name) ?? '',
      email: optional(email, values.parseEmail),
      phone: optional(phone, values.parsePhone),
    };
  };

  const quotient = (): DatedQuotient | null => {
    const hundredths = optional('quotient', parseQuotient);
    const from = optional('quotientFrom', values.parseDate);
    const to = optional('quotientTo', values.parseDate);
    if (text('quotient') !== '' && text('quotientFrom') === '') {
      reject(columns.at.quotientFrom, '', 'date à remplir quand il y a un quotient');
    }
    if (from && to && isBefore(to, from)) {
      reject(
        columns.at.quotientTo,
        text('quotientTo'),
        `la fin de validité précède le début (${text('quotientFrom')})`,
      );
    }
    return hundredths !== null && from ? { hundredths, from, to } : null;
  };

  const externalRef = required('familyRef', (value) =>
    value === '' ? { ok: false, reason: 'à remplir' } : values.parseText(value, LONGEST.ref),
  );
  const familyName = optional('familyName', name);
  const guardians = [guardian(1), guardian(2)].filter((adult) => adult !== null);
  const dated = quotient();
  const family: ImportedFamily = {
    externalRef: externalRef ?? '',
    name: familyName ?? guardians[0]!.lastName,
    addressLine1: optional('addressLine1', (value) => values.parseText(value, LONGEST.address)),
    addressLine2: optional('addressLine2', (value) => values.parseText(value, LONGEST.address)),
    postalCode: optional('postalCode', values.parsePostalCode),
    city: optional('city', name),
    allocataireNumber: optional('allocataireNumber', values.parseAllocataire),
    guardians,
    quotients: dated ? [dated] : [],
  };
  const weeks = required('custody', values.parseCustody);
  const lastName = required('childLastName', name);
  const firstName = required('childFirstName', name);
  const birthDate = required('birthDate', (value) => values.parseBirthDate(value, today));
  const traits = {
    sex: optional('sex', values.parseSex),
    schoolName: optional('school', (value) => values.parseName(value, LONGEST.school)),
    className: optional('className', (value) => values.parseText(value, LONGEST.className)),
    menuLabel: optional('menu', parseMenu),
    hasPai: required('pai', values.parseYesNo) ?? false,
  };
  const wishes = columns.wishes.filter(({ index }) => read(index, values.parseYesNo)).map((wish) => wish.label);

  if (traits.menuLabel === 'Panier PAI' && !traits.hasPai) {
    warnings.push(problem(columns.at.menu, traits.menuLabel, PAI_BASKET));
  }
  if (text('quotient') === '' && text('quotientFrom') !== '') {
    warnings.push(problem(columns.at.quotient, '', QUOTIENT_DATES));
  }

  const key = lastName !== null && firstName !== null && birthDate ? childKey(lastName, firstName, birthDate) : null;
  if (key !== null && [...key].length > LONGEST.identity) {
    reject(columns.at.childFirstName, text('childFirstName'), 'nom et prénom trop longs');
  }
  if (errors.length > 0 || key === null) return { line: null, childKey: key, errors, warnings };
  const child = { key, lastName: lastName!, firstName: firstName!, birthDate: birthDate!, ...traits };
  return { line: { ...line, family, child, weeks: weeks!, wishes }, childKey: key, errors, warnings };
}

const GUARDIAN_PARTS = ['Civility', 'LastName', 'FirstName', 'Email', 'Phone'];
const PAI_BASKET = typeset('panier PAI pour un enfant sans PAI : vérifiez les deux colonnes');
const QUOTIENT_DATES = typeset('dates de validité sans quotient : elles sont laissées de côté');
const UNREADABLE_REASON = typeset(
  'caractères illisibles : enregistrez à nouveau le fichier en « CSV UTF-8 », puis vérifiez les accents',
);

/** A value fit for a list of problems: 40 characters at most, unreadable ones shown as �. */
export function shortened(text: string): string {
  const plain = [...text.slice(0, 200).replace(MANY_UNREADABLE, '\ufffd').replace(/\s+/g, ' ').trim()];
  return plain.length > 40 ? `${plain.slice(0, 39).join('')}…` : plain.join('');
}
