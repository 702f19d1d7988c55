import { enumeration, typeset } from '../../kernel/french.js';
import { foldedText } from './child-identity.js';
import { SYNONYMS } from './import-synonyms.js';

export type ImportField = keyof typeof SYNONYMS;
export const IMPORT_FIELDS = Object.keys(SYNONYMS) as ImportField[];

/** Fields without which a file cannot be imported, with the header that names them in French. */
export const REQUIRED_FIELDS: Partial<Record<ImportField, string>> = {
  familyRef: 'N° famille',
  guardian1LastName: 'Nom resp. 1',
  guardian1FirstName: 'Prénom resp. 1',
  childLastName: 'Nom enfant',
  childFirstName: 'Prénom enfant',
  birthDate: 'Né(e) le',
};

/** `{field: header}` for the columns of a file whose headers are not among the known ones. */
export type ColumnMapping = Partial<Record<ImportField, string>>;

export interface ImportColumns {
  /** Index of the column of each field that the file has. */
  readonly at: Partial<Record<ImportField, number>>;
  /** Columns of yes or no that no field claims: the services wished for the child. */
  readonly wishes: readonly { readonly index: number; readonly label: string }[];
  readonly ignored: readonly string[];
  /** What prevents the reading of the file, in French; none when it can be read. */
  readonly errors: readonly string[];
}

const GUARDIANS = [
  'resp',
  'responsable',
  'resp legal',
  'responsable legal',
  'representant',
  'representant legal',
  'parent',
];

const FIELD_OF_HEADER = new Map<string, ImportField>();
for (const field of IMPORT_FIELDS) {
  const rank = /^guardian([12])/.exec(field)?.[1];
  const headers = SYNONYMS[field.replace('guardian2', 'guardian1') as ImportField].split(' | ');
  for (const header of headers) {
    for (const guardian of rank ? GUARDIANS : ['']) {
      FIELD_OF_HEADER.set(header.replace('#', `${guardian} ${rank}`), field);
    }
  }
}

const YES_NO_SUFFIX = /\s*\(\s*o(?:ui)?\s*\/\s*n(?:on)?\s*\)\s*$/i;
const YES_NO = /^(?:o|n|oui|non|1|0|x|)$/i;

/**
 * Finds which column holds which field, by its header or by the mapping, which wins. A column that nothing claims is
 * a wished service when its header ends in « (O/N) » or when it holds nothing but yes and no; else it is ignored.
 */
export function findColumns(
  headers: readonly string[],
  lines: readonly { readonly cells: readonly string[] }[],
  mapping: ColumnMapping = {},
): ImportColumns {
  const errors: string[] = [];
  const at: Partial<Record<ImportField, number>> = {};
  const claimed = new Set<number>();
  const folded = headers.map((header) => foldedText(header.replace(YES_NO_SUFFIX, '')));

  for (const [field, header] of Object.entries(mapping) as [ImportField, string][]) {
    const index = IMPORT_FIELDS.includes(field) ? folded.indexOf(foldedText(header.replace(YES_NO_SUFFIX, ''))) : -1;
    if (!IMPORT_FIELDS.includes(field)) errors.push(typeset(`correspondance : le champ « ${field} » n’existe pas`));
    else if (index === -1) errors.push(typeset(`correspondance : la colonne « ${header} » n’est pas dans le fichier`));
    else if (claimed.has(index)) errors.push(typeset(`correspondance : la colonne « ${header} » sert deux fois`));
    else {
      at[field] = index;
      claimed.add(index);
    }
  }
  folded.forEach((header, index) => {
    const field = FIELD_OF_HEADER.get(header);
    if (!field || claimed.has(index) || mapping[field] !== undefined) return;
    claimed.add(index);
    const twin = at[field];
    if (twin === undefined) at[field] = index;
    else
      errors.push(
        typeset(`les colonnes « ${headers[twin]} » et « ${headers[index]} » disent la même chose : gardez-en une`),
      );
  });
  errors.push(...missing(at, headers));

  const wishes: { index: number; label: string }[] = [];
  const ignored: string[] = [];
  headers.forEach((header, index) => {
    if (claimed.has(index) || header.trim() === '') return;
    if (YES_NO_SUFFIX.test(header) || holdsYesAndNo(lines, index)) {
      wishes.push({ index, label: header.replace(YES_NO_SUFFIX, '').trim() });
    } else ignored.push(header.trim());
  });
  return { at, wishes, ignored, errors };
}

function missing(at: ImportColumns['at'], headers: readonly string[]): string[] {
  const names = Object.entries(REQUIRED_FIELDS)
    .filter(([field]) => at[field as ImportField] === undefined)
    .map(([, name]) => `« ${name} »`);
  if (at.quotient !== undefined && at.quotientFrom === undefined) names.push('« QF valable du »');
  if (names.length === 0) return [];
  const found = enumeration(
    headers.filter((header) => header.trim() !== '').map((header) => `« ${header.trim().slice(0, 60)} »`),
  );
  const what = names.length === 1 ? 'il manque la colonne' : 'il manque les colonnes';
  return [
    typeset(
      `${what} ${enumeration(names)} ; colonnes trouvées : ${found || 'aucune'}. Renommez-les ou indiquez leur correspondance.`,
    ),
  ];
}

function holdsYesAndNo(lines: readonly { readonly cells: readonly string[] }[], index: number): boolean {
  let some = false;
  for (const { cells } of lines) {
    const cell = (cells[index] ?? '').trim();
    if (!YES_NO.test(cell)) return false;
    some ||= cell !== '';
  }
  return some;
}
