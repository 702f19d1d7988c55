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
