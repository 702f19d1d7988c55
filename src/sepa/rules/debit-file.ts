import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';

/** Versions of the ISO 20022 message that are written: 2009 and 2019. */
export const PAIN_VERSIONS = ['pain.008.001.02', 'pain.008.001.08'] as const;
export type PainVersion = (typeof PAIN_VERSIONS)[number];

/** First of a series, or one of it. OOFF and FNAL are not used: a mandate here serves until it is revoked. */
export type SequenceType = 'FRST' | 'RCUR';

/** One direct debit. Texts are those of people: the writer puts them in the characters of the messages. */
export interface Debit {
  /** Ours, back in every answer of the bank: 1 to 35 characters. */
  readonly endToEndId: string;
  readonly cents: Cents;
  /** RUM. */
  readonly mandate: string;
  readonly signedOn: Temporal.PlainDate;
  readonly holder: string;
  readonly iban: string;
  readonly bic: string | null;
  /** Read by the family on its bank statement, 140 characters at most. */
  readonly label: string;
}

/** The debits of one sequence type; counted beforehand, so that the file is written as they come. */
export interface DebitGroup {
  readonly id: string;
  readonly sequence: SequenceType;
  readonly count: number;
  readonly cents: Cents;
  readonly debits: Iterable<Debit> | AsyncIterable<Debit>;
}

/** A structured address, or none: free lines are on their way out of the EPC rulebooks. */
export interface StructuredAddress {
  readonly street: string | null;
  readonly postalCode: string;
  readonly city: string;
}

/** Who is paid: the DDFiP that keeps the account, for a régie that holds a DFT account there. */
export interface DebitCreditor {
  readonly name: string;
  readonly address: StructuredAddress | null;
  readonly iban: string;
  readonly bic: string;
  /** Identifiant créancier SEPA. */
  readonly ics: string;
}

export interface DebitFile {
  readonly version: PainVersion;
  /** Also the file's name, without its ending. */
  readonly messageId: string;
  /** Wall clock of the collectivité. */
  readonly createdAt: Temporal.PlainDateTime;
  readonly initiator: { readonly name: string; readonly siret: string | null };
  readonly creditor: DebitCreditor;
  /** For whom the DDFiP collects: the régie and its DFT account. */
  readonly regie: { readonly name: string; readonly dftIban: string };
  readonly collectedOn: Temporal.PlainDate;
  readonly groups: readonly DebitGroup[];
}
