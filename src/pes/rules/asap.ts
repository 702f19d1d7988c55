import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import type { Debtor, PostalAddress } from './flow.js';
import type { OpticalLines } from './optical-line.js';

/** An « avis des sommes à payer » as data, from which the DGFiP prints it and shows it (PES_Facture, type 09). */
export interface Asap {
  readonly issuer: AsapIssuer;
  /** Where payment slips are sent, and who answers about payment. */
  readonly paymentCentre: AsapOffice;
  readonly treasury: AsapOffice;
  readonly titre: { readonly exercise: number; readonly bordereau: number; readonly piece: number };
  readonly number: string;
  readonly issuedOn: Temporal.PlainDate;
  readonly debtor: Debtor;
  readonly subject: string;
  readonly lines: readonly AsapLine[];
  readonly optical: OpticalLines;
  /** How to pay, whom to ask; 250 characters. */
  readonly paymentTerms: string;
  /** The court and the delay to contest: without them no delay runs (CGCT L1617-5); 420 characters. */
  readonly contestation: string;
  readonly conditions: string;
}

export interface AsapIssuer {
  readonly name: string;
  readonly siret: string;
  readonly address: PostalAddress;
  readonly phone?: string;
  readonly openingHours?: string;
  /** Both, or neither: the client number of the online payment, and its address. */
  readonly onlinePayment?: { readonly code: string; readonly url: string };
  /** Number of the emitter on the slips. */
  readonly emitter: string;
  readonly signatory: { readonly name: string; readonly firstName: string; readonly role: string };
}

export interface AsapOffice {
  readonly name: string;
  readonly address: PostalAddress;
}

/** The basis on which the debt is computed, as the decree 2012-1246 wants it printed. */
export interface AsapLine {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly label: string;
  /** Positive; a discount is taken off the total. */
  readonly cents: Cents;
  readonly of: { readonly quantity: number; readonly unitCents: Cents } | 'AMOUNT' | 'DISCOUNT';
}
