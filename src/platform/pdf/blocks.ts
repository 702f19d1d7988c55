import type { SymbolKind } from './symbol.js';

/** The vocabulary of a printed document: plain values, drawn in order. Texts are French and already formatted. */
export type PdfBlock =
  | Letterhead
  | { readonly kind: 'title'; readonly text: string; readonly subtitle?: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: 'normal' | 'strong' | 'small' }
  | KeyValues
  | Callout
  | Notice
  | Table
  | Signatures
  | Slip
  | { readonly kind: 'space'; readonly points: number }
  | { readonly kind: 'pageBreak' };

/**
 * Opens a letter on a fresh page; pages are numbered within it, so many letters can be printed in one file.
 * With a recipient, the address (six lines at most, NF Z 10-011) falls in the window of a DL or C5/6 envelope.
 */
export interface Letterhead {
  readonly kind: 'letterhead';
  readonly emitter: { readonly name: string; readonly lines: readonly string[] };
  readonly recipient?: readonly string[];
  /** Short facts under the emitter or beside it: number, date, reference. */
  readonly references?: readonly LabelledValue[];
  /** Repeated in small at the top of the following pages of the letter; by default, the document's title. */
  readonly runningTitle?: string;
}

export type LabelledValue = readonly [label: string, value: string];

export interface KeyValues {
  readonly kind: 'keyValues';
  readonly rows: readonly LabelledValue[];
  /** 1 by default. */
  readonly columns?: 1 | 2;
}

/** The one figure to see at first glance: the amount due, the total collected. */
export interface Callout {
  readonly kind: 'callout';
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

/** A framed text: how to pay, the ways to contest. */
export interface Notice {
  readonly kind: 'notice';
  readonly title?: string;
  readonly text: string;
  readonly symbol?: PrintedSymbol;
}

/** A code to scan, at the right of the text. */
export interface PrintedSymbol {
  readonly kind: SymbolKind;
  /** What is read from it. */
  readonly content: string;
  /** Said by screen readers in its place. */
  readonly alt: string;
}

export interface Table {
  readonly kind: 'table';
  /** Said by screen readers before the table; not printed. */
  readonly summary?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Running totals printed at the foot (« À reporter ») and head (« Report ») of pages when the table is cut. */
  readonly carried?: readonly CarriedTotal[];
}

export interface TableColumn {
  readonly header: string;
  /** `fit`: as wide as its widest text, never broken; a number: its share of what is left. */
  readonly width: number | 'fit';
  readonly align?: 'left' | 'right' | 'center';
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** `line` by default. A group announces the rows below it; subtotal and total stay with the row above. */
  readonly kind?: 'line' | 'group' | 'subtotal' | 'total';
}

export type TableCell =
  | string
  | {
      readonly text: string;
      /** Small second text below the first. */
      readonly note?: string;
      /** Number of columns covered, 1 by default. */
      readonly span?: number;
    };

export interface CarriedTotal {
  /** Index of the column, from 0; not the first, where the label goes. */
  readonly column: number;
  /** What a row adds, in a whole unit (cents, number of meals); 0 for groups and totals. */
  readonly of: (row: TableRow, index: number) => number;
  readonly format: (total: number) => string;
}

export interface Signatures {
  readonly kind: 'signatures';
  /** What is certified; always on the page of the signatures. */
  readonly statement?: string;
  /** One to three frames side by side. */
  readonly frames: readonly SignatureFrame[];
}

export interface SignatureFrame {
  readonly title: string;
  readonly lines?: readonly string[];
}

/** A part to cut off at the foot of the page on which it is opened: what follows runs above it, and on the next pages. */
export interface Slip {
  readonly kind: 'slip';
  /** Along the cut. */
  readonly cut: string;
  /** One to three texts side by side. */
  readonly columns: readonly { readonly title: string; readonly lines: readonly string[] }[];
  /** At its foot, for optical readers: each character on its place, spaces too. */
  readonly machineLines: readonly string[];
  readonly symbol?: PrintedSymbol;
}
