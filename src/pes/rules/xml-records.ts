import { SaxesParser } from 'saxes';
import { Refusal } from './refusal.js';

/** An element of a PES file that came: its value in V, its children. */
export interface Received {
  readonly name: string;
  readonly value?: string;
  readonly children: readonly Received[];
}

interface Growing extends Received {
  readonly children: Growing[];
}

/** What a file must be. */
export interface Expected {
  readonly root: string;
  /** Namespaces that the root may be in. */
  readonly namespaces: readonly string[];
  /** For people: « un acquit », « un PES Retour ». */
  readonly called: string;
  /** Elements handed over whole, one by one; none stands in another. */
  readonly records: ReadonlySet<string>;
  /** Where they stand: elements of the same name elsewhere (a dépense has pieces too) are another matter. */
  readonly within: ReadonlySet<string>;
}

/** Far beyond what is sent: a file that nests or swells more is an attack, or damaged. */
const MOST_DEPTH = 40;
const MOST_IN_RECORD = 200_000;
const MOST_PER_EVENT = 1_000_000;

/**
 * The records of a file, as it comes: what is not one is dropped at once, so that memory does not grow with the file.
 * No document type is accepted: neither external nor expanding entities exist here. Throws Refusal.
 */
export async function* recordsIn(texts: AsyncIterable<string>, expected: Expected): AsyncGenerator<Received> {
  const reading = new Reading(expected);
  for await (const text of texts) {
    reading.write(text);
    yield* reading.taken();
  }
  reading.end();
  yield* reading.taken();
}

class Reading {
  readonly #parser = new SaxesParser({ xmlns: true });
  #records: Received[] = [];
  /** Open elements inside a record, the record first. */
  #stack: Growing[] = [];
  #depth = 0;
  #wanted = false;
  #inRecord = 0;
  #sinceEvent = 0;

  constructor(expected: Expected) {
    this.#parser.on('error', (error) => {
      throw new Refusal(`Le fichier est abîmé ou n’est pas du XML (${error.message}). Redemandez-le.`);
    });
    this.#parser.on('doctype', () => {
      throw new Refusal(
        'Le fichier contient une déclaration DOCTYPE, que la Trésorerie n’envoie jamais. Il n’est pas lu.',
      );
    });
    this.#parser.on('opentag', ({ local, uri, attributes }) => {
      this.#sinceEvent = 0;
      this.#depth += 1;
      if (this.#depth > MOST_DEPTH) throw new Refusal('Le fichier est imbriqué comme aucun fichier de la Trésorerie.');
      if (this.#depth === 1 && (local !== expected.root || !expected.namespaces.includes(uri))) {
        throw new Refusal(`Le fichier n’est pas ${expected.called} : il commence par « ${local.slice(0, 60)} ».`);
      }
      if (this.#depth === 2) this.#wanted = expected.within.has(local);
      if (!this.#wanted || (this.#stack.length === 0 && !expected.records.has(local))) return;
      const value = attributes['V']?.value;
      const element: Growing = { name: local, ...(value === undefined ? {} : { value: value.trim() }), children: [] };
      this.#inRecord += 1;
      if (this.#inRecord > MOST_IN_RECORD)
        throw new Refusal('Le fichier contient une pièce démesurée. Il n’est pas lu.');
      this.#stack.at(-1)?.children.push(element);
      this.#stack.push(element);
    });
    this.#parser.on('closetag', () => {
      this.#sinceEvent = 0;
      this.#depth -= 1;
      const closed = this.#stack.pop();
      if (closed && this.#stack.length === 0) {
        this.#records.push(closed);
        this.#inRecord = 0;
      }
    });
  }

  write(text: string): void {
    this.#sinceEvent += text.length;
    this.#parser.write(text);
    if (this.#sinceEvent > MOST_PER_EVENT) throw new Refusal('Le fichier contient un texte démesuré. Il n’est pas lu.');
  }

  end(): void {
    this.#parser.close();
  }

  taken(): Received[] {
    const taken = this.#records;
    this.#records = [];
    return taken;
  }
}

/** The elements at a path below one: `all(piece, 'LigneDePiece')`. */
export function all(from: Received | undefined, ...path: readonly string[]): Received[] {
  return path.reduce<Received[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    from ? [from] : [],
  );
}

/** The value at a path below one, where there is one. */
export function valueAt(from: Received | undefined, ...path: readonly string[]): string | undefined {
  return all(from, ...path)[0]?.value || undefined;
}
