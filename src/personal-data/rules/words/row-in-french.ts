import { Temporal } from '../../../kernel/civil-time.js';
import { euros, hundredths, longDate, longInstant, plainDate } from '../../../kernel/french.js';
import { type Explanation, explanationInFrench } from '../../../reglement/rules/index.js';
import { CODE_WORDS } from './code-words.js';
import { correctionInFrench } from './correction-in-french.js';
import { FIELD_WORDS } from './field-words.js';

export type Row = Readonly<Record<string, unknown>>;

/** What is needed to say a row: where it is read, and what was read before it. */
export interface Reader {
  readonly timeZone: string;
  /** First names, by `childId`. */
  readonly children: ReadonlyMap<unknown, string>;
  /** References, by `demandeId`. */
  readonly demandes: ReadonlyMap<unknown, string>;
}

/** The fields of a row that say something, each with its name: « prix », « 3,06 € ». */
export function rowInFrench(section: string, row: Row, reader: Reader): (readonly [name: string, said: string])[] {
  const told = section === 'corrections' ? correctionInFrench(row, reader.children) : row;
  return Object.entries(told).flatMap(([field, value]) => {
    // Its words stand beside it.
    if (field === 'state' && 'stateInFrench' in row) return [];
    const said = saidOf(section, field, value, reader);
    return said === '' ? [] : [[FIELD_WORDS[field] ?? field, said] as const];
  });
}

function saidOf(section: string, field: string, value: unknown, reader: Reader): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object') return reasonOf(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (field === 'childId') return reader.children.get(value) ?? text;
  if (field === 'demandeId') return reader.demandes.get(value) ?? text;
  if (field.endsWith('Cents')) return euros(Number(value));
  if (field.endsWith('Hundredths')) return hundredths(Number(value));
  const code = (CODE_WORDS[`${section}.${field}`] ?? CODE_WORDS[field])?.[text];
  return code ?? inTime(field, text, reader.timeZone);
}

/**
 * « mardi 1er décembre 2026 », « mardi 1er décembre 2026 à 9 h 00 ». Told by the name of the field too: what someone wrote
 * may look like a date that does not exist, and is shown as it was written.
 */
function inTime(field: string, text: string, timeZone: string): string {
  if (/At$/.test(field) && /^\d{4}-\d\d-\d\dT.*Z$/.test(text))
    return longInstant(Temporal.Instant.from(text), timeZone);
  if (!/(On|Date|From|To|Until)$|^date$/.test(field) || !/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const date = Temporal.PlainDate.from(text);
  return field === 'birthDate' ? plainDate(date) : longDate(date);
}

/** A price that is kept: billed, with its steps; promised, by the row of the tariff that it comes from. */
function reasonOf(kept: object): string {
  const { steps = [], rowLabel = '' } = kept as { steps?: Explanation; rowLabel?: string };
  return steps.length > 0 ? explanationInFrench(steps).join(' ; ') : rowLabel;
}
