import { typeset } from '../../kernel/french.js';
import type { Fault } from './fault.js';
import type { SchemaWindow } from './schema-windows.js';

/** What libxml2 says of one place of a document. */
export interface SchemaError {
  readonly message: string;
  readonly line?: number;
}

/** An error of a window as a fault of the file: its line there, its piece, and what is wrong in French. */
export function schemaFault(
  { message, line = 1 }: SchemaError,
  window: Pick<SchemaWindow, 'fileLine' | 'windowLine' | 'pieces'>,
): Fault {
  const [, element] = /^Element '(?:\{[^}]*\})?([^']+)'/.exec(message) ?? [];
  const item = line - window.windowLine;
  const piece = window.pieces[item];
  return {
    ...(piece === undefined ? {} : { piece }),
    line: item < 0 ? line : window.fileLine + item,
    ...(element === undefined ? {} : { element }),
    message: typeset(inFrench(message.trim(), element ?? 'le document')),
  };
}

type Sentence = (element: string, ...found: string[]) => string;

const SENTENCES: readonly (readonly [RegExp, Sentence])[] = [
  [
    /The value '(.*)' has a length of '(\d+)'; this exceeds the allowed maximum length of '(\d+)'/s,
    (element, value, length, max) => `${element} : « ${value} » a ${length} caractères, ${max} au plus.`,
  ],
  [
    /The value '(.*)' has a length of '(\d+)'; this (?:underruns|differs)/s,
    (element, value) =>
      value === '' ? `${element} est vide.` : `${element} : « ${value} » n’a pas la longueur voulue.`,
  ],
  [
    /The value '(.*)' is not accepted by the pattern/s,
    (element, value) => `${element} : « ${value} » n’a pas la forme voulue.`,
  ],
  [
    /The value '(.*)' is not an element of the set \{(.*)\}/s,
    (element, value, known) => `${element} : « ${value} » n’est pas un code connu (${known.replaceAll("'", '')}).`,
  ],
  [
    /The value '(.*)' must be greater than (?:or equal to )?'(.*)'/s,
    (element, value, least) => `${element} : « ${value} » doit dépasser ${least}.`,
  ],
  [
    /The value '(.*)' has more digits than are allowed \('(\d+)'\)/s,
    (element, value, max) => `${element} : « ${value} » a plus de ${max} chiffres.`,
  ],
  [
    /The value '(.*)' has more fractional digits than are allowed/s,
    (element, value) => `${element} : « ${value} » a trop de décimales.`,
  ],
  [/: '(.*)' is not a valid value of the/s, (element, value) => `${element} : « ${value} » est refusé.`],
  [
    /Missing child element\(s\)\. Expected is (?:one of )?\( (.*) \)/s,
    (element, expected) => `${element} : il manque ${expected}.`,
  ],
  [
    /This element is not expected\. Expected is (?:one of )?\( (.*) \)/s,
    (element, expected) => `${element} n’est pas attendu ici, mais ${expected}.`,
  ],
  [/This element is not expected/, (element) => `${element} n’est pas attendu ici.`],
  [/The attribute '(.*)' is required but missing/, (element) => `${element} n’a pas de valeur.`],
  [/The attribute '(.*)' is not allowed/, (element, attribute) => `${element} : l’attribut ${attribute} est de trop.`],
];

function inFrench(message: string, element: string): string {
  for (const [pattern, sentence] of SENTENCES) {
    const found = pattern.exec(message);
    if (found) return sentence(element, ...found.slice(1));
  }
  return `${element} ne suit pas le schéma officiel (${message}).`;
}
