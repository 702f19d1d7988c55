import { enumeration, typeset } from '../../kernel/french.js';
import { foldedText } from './child-identity.js';

/** Headers by which each field is recognised, folded; `#` is the rank of the guardian, 1 or 2. */
const SYNONYMS = {
  familyRef: [
    'n famille',
    'no famille',
    'num famille',
    'numero famille',
    'numero de famille',
    'n foyer',
    'numero foyer',
    'numero de foyer',
    'code famille',
    'code foyer',
    'id famille',
    'ref famille',
    'reference famille',
  ],
  familyName: ['nom famille', 'nom de famille', 'nom de la famille', 'nom foyer', 'nom du foyer', 'famille', 'foyer'],
  guardian1Civility: ['civilite #', 'civ #', 'titre #'],
  guardian1LastName: ['nom #', 'nom de famille #'],
  guardian1FirstName: ['prenom #'],
  guardian1Email: [
    'e mail #',
    'email #',
    'mail #',
    'courriel #',
    'adresse mail #',
    'adresse e mail #',
    'adresse email #',
    'adresse electronique #',
  ],
  guardian1Phone: [
    'tel #',
    'telephone #',
    'n telephone #',
    'numero de telephone #',
    'portable #',
    'mobile #',
    'tel portable #',
    'telephone portable #',
  ],
  guardian2Civility: [],
  guardian2LastName: [],
  guardian2FirstName: [],
  guardian2Email: [],
  guardian2Phone: [],
  addressLine1: [
    'adresse',
    'adresse 1',
    'adresse ligne 1',
    'adresse postale',
    'voie',
    'rue',
    'n et voie',
    'numero et voie',
  ],
  addressLine2: [
    'complement',
    'complement adresse',
    'complement d adresse',
    'complement de l adresse',
    'adresse 2',
    'adresse ligne 2',
  ],
  postalCode: ['cp', 'code postal', 'codepostal'],
  city: ['commune', 'ville', 'localite'],
  quotient: ['qf', 'quotient', 'quotient familial', 'quotient caf', 'qf caf', 'valeur qf', 'montant qf'],
  quotientFrom: [
    'qf valable du',
    'qf du',
    'qf debut',
    'debut qf',
    'date debut qf',
    'date de debut qf',
    'qf valable a partir du',
    'debut validite qf',
    'qf valide du',
  ],
  quotientTo: [
    'qf valable au',
    'qf au',
    'qf fin',
    'fin qf',
    'date fin qf',
    'date de fin qf',
    'qf valable jusqu au',
    'fin validite qf',
    'qf valide au',
  ],
  allocataireNumber: [
    'n allocataire',
    'no allocataire',
    'num allocataire',
    'numero allocataire',
    'numero d allocataire',
    'allocataire',
    'n caf',
    'numero caf',
    'n allocataire caf',
    'matricule caf',
  ],
  custody: ['garde', 'garde alternee', 'mode de garde', 'type de garde', 'semaines de garde'],
  childLastName: [
    'nom enfant',
    'nom de l enfant',
    'nom de famille enfant',
    'enfant nom',
    'nom eleve',
    'nom de l eleve',
  ],
  childFirstName: ['prenom enfant', 'prenom de l enfant', 'enfant prenom', 'prenom eleve', 'prenom de l eleve'],
  birthDate: [
    'ne e le',
    'ne le',
    'nee le',
    'ne ou nee le',
    'date de naissance',
    'date naissance',
    'naissance',
    'date de naissance enfant',
    'date de naissance de l enfant',
    'date naissance enfant',
    'ddn',
  ],
  sex: ['sexe', 'sexe enfant', 'genre', 'sexe de l enfant'],
  school: ['ecole', 'etablissement', 'etablissement scolaire', 'nom ecole', 'nom de l ecole', 'ecole enfant'],
  className: ['classe', 'niveau', 'classe enfant', 'niveau scolaire', 'niveau de classe'],
  menu: ['menu', 'type de menu', 'type menu', 'regime', 'regime alimentaire', 'menu cantine'],
  pai: ['pai', 'pai en cours', 'a un pai'],
} satisfies Record<string, string[]>;

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

const GUARDIAN_WORDS = [
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
  if (!rank) for (const header of SYNONYMS[field]) FIELD_OF_HEADER.set(header, field);
  else {
    const words = SYNONYMS[field.replace('guardian2', 'guardian1') as ImportField];
    for (const header of words) {
      for (const who of GUARDIAN_WORDS) FIELD_OF_HEADER.set(header.replace('#', `${who} ${rank}`), field);
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
    if (!IMPORT_FIELDS.includes(field)) errors.push(typeset(`correspondance : le champ « ${field} » n'existe pas`));
    else if (index === -1) errors.push(typeset(`correspondance : la colonne « ${header} » n'est pas dans le fichier`));
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
  const found = enumeration(headers.filter((header) => header.trim() !== '').map((header) => `« ${header.trim()} »`));
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
