import type { XmlPart } from './xml-parts.js';

/** A valid document around some of the items of a file, and where they stand in the whole file. */
export interface SchemaWindow {
  readonly xml: string;
  /** First line of the items in the file, and in the window: faults are told by the lines of the file. */
  readonly fileLine: number;
  readonly windowLine: number;
  /** Number of the piece on each line of items, where it is one. */
  readonly pieces: readonly (number | undefined)[];
}

/** Cuts a file into documents of about `size` characters; see XmlPart. The schemas have no constraint across items. */
export class SchemaWindows {
  readonly #opened: { xml: string; closing: string; empty: boolean }[] = [];
  #items: { xml: string; piece: number | undefined }[] = [];
  #length = 0;
  #line = 1;
  #itemsFrom = 1;

  constructor(readonly size = 1_000_000) {}

  /** The windows that this part completes: none for most parts. */
  add(part: XmlPart): SchemaWindow[] {
    const done: SchemaWindow[] = [];
    if (part.kind === 'open') {
      if (this.#items.length > 0) done.push(this.#window());
      this.#filled();
      this.#opened.push({ xml: part.xml, closing: part.closing, empty: true });
    } else if (part.kind === 'close') {
      // An element that holds no item is shown to the schema as well: some may not be empty.
      if (this.#items.length > 0 || this.#opened.at(-1)!.empty) done.push(this.#window());
      this.#opened.pop();
    } else {
      if (this.#items.length === 0) this.#itemsFrom = this.#line;
      this.#items.push({ xml: part.xml, piece: part.piece });
      this.#length += part.xml.length;
      this.#filled();
      if (this.#length >= this.size) done.push(this.#window());
    }
    this.#line += lines(part.xml);
    return done;
  }

  #filled(): void {
    const parent = this.#opened.at(-1);
    if (parent) parent.empty = false;
  }

  #window(): SchemaWindow {
    const before = this.#opened.map(({ xml }) => xml).join('');
    const after = this.#opened
      .map(({ closing }) => closing)
      .reverse()
      .join('');
    const window = {
      xml: `${before}${this.#items.map(({ xml }) => xml).join('')}${after}`,
      fileLine: this.#itemsFrom,
      windowLine: lines(before) + 1,
      pieces: this.#items.map(({ piece }) => piece),
    };
    this.#items = [];
    this.#length = 0;
    return window;
  }
}

function lines(xml: string): number {
  return xml.split('\n').length - 1;
}
