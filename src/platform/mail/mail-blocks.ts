import type { HexColour } from '../../kernel/colour.js';

/** The vocabulary of a mail: plain French texts, in order. Nothing in them is read as HTML. */
export type MailBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | MailRows
  | { readonly kind: 'notice'; readonly title?: string; readonly text: string };

/** A recapitulation: dates and what is booked, labels and amounts. */
export interface MailRows {
  readonly kind: 'rows';
  readonly caption?: string;
  /** One heading per column. */
  readonly headers?: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

export interface MailAction {
  readonly label: string;
  /** Absolute, http or https. */
  readonly url: string;
}

/** Who answers questions, as the mail itself comes from an address that nobody reads. */
export interface MailSignature {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
}

/** One mail, before it is laid out as text and as HTML. */
export interface MailContent {
  readonly subject: string;
  /** « Bonjour Marc Martin, ». */
  readonly greeting: string;
  readonly paragraphs: readonly MailBlock[];
  /** The one thing to do, drawn as a button. */
  readonly action?: MailAction;
  readonly signature: MailSignature;
  /** Why the person receives this mail, that nobody reads answers. */
  readonly footer: string;
  /** The collectivité's colour, #rrggbb. */
  readonly accent?: HexColour;
}
