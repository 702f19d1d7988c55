import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import type { Triplet } from './triplets.js';

/**
 * What is told to the Trésor, in no format: a bordereau holds pieces, a piece its debtor and its lines. What the rules
 * of the Trésor make impossible (two debtors in one article of a rôle, two mandates for one debt) cannot be written here.
 */
export interface Sender {
  /** Name of the software, and its version. */
  readonly software: string;
  readonly version: string;
  /** « IdPost »: the accounting post, 6 or 7 digits. */
  readonly codique: string;
  readonly siret: string;
  /** « CodCol », three digits. */
  readonly code: string;
  /** « CodBud », two characters. */
  readonly budget: string;
  readonly budgetLabel: string;
}

export interface Bordereau {
  readonly exercise: number;
  /** « IdBord », 1 to 9 999 999, unbroken by budget, exercise and type. For an ORMC, the number of the rôle. */
  readonly number: number;
  readonly issuedOn: Temporal.PlainDate;
  /** Of all its pieces. */
  readonly triplet: Triplet;
  /** How many pieces it holds and what they amount to, known before the first one is written. */
  readonly pieces: number;
  readonly cents: Cents;
  /** When the commune itself sends the avis des sommes à payer of an ORMC. */
  readonly asapOn?: Temporal.PlainDate;
  readonly subject?: string;
}

/**
 * Who prints and sends the avis des sommes à payer: 01 the DGFiP, 04 the commune (the comptable sees it), 06 the DGFiP
 * for an ORMC, from the invoice attached. Without: the comptable has nothing to do with it.
 */
export type Edition = '01' | '04' | '06';

export interface Piece {
  /** « IdPce », 1 to 99 999 999: number of the titre, or of the article of the rôle. */
  readonly number: number;
  readonly edition?: Edition;
  readonly service?: string;
  readonly subject: string;
  /** What identifies the debt in an ORMC. */
  readonly debt?: Debt;
  /** « IdRol »: the rôle that a recapitulative titre takes into the budget. */
  readonly roll?: number;
  readonly attachments: readonly AttachmentReference[];
  readonly lines: readonly PieceLine[];
  readonly debtor: Debtor;
  /** The Trésor debits the debtor's account, for the whole of the piece. */
  readonly debit?: Debit;
}

export interface Debt {
  readonly number: string;
  readonly period: number;
  readonly keyDigit?: string;
  readonly keyLetter: string;
}

/** One product of a piece. */
export interface PieceLine {
  readonly subject: string;
  /** « CodProdLoc », 1 to 4 letters and digits. */
  readonly product: string;
  /** Account; 588 in an ORMC. */
  readonly nature: string;
  readonly function?: string;
  readonly operation?: string;
  /** Positive, in a reduction too. */
  readonly cents: Cents;
  /** What it cancels or reduces. */
  readonly changes?: { readonly exercise: number; readonly piece: number; readonly line: number };
  /** « IdRegie »: number of the régie at the Trésorerie. */
  readonly regie?: string;
}

export type Debtor = Person | PublicBody;

interface Addressed {
  /** The portal's own reference of the debtor: groups what one family owes; never changes. */
  readonly reference: string;
  readonly name: string;
  readonly address: PostalAddress;
}

export interface Person extends Addressed {
  readonly kind: 'PERSON';
  readonly civility: 'M' | 'MME';
  readonly firstName: string;
}

/** The collectivité itself, for the titre of its régie or the one that recapitulates a rôle. */
export interface PublicBody extends Addressed {
  readonly kind: 'PUBLIC_BODY';
  readonly siret?: string;
}

export interface PostalAddress {
  readonly complement?: string;
  readonly street: string;
  /** Five digits. */
  readonly postalCode: string;
  readonly city: string;
}

/** A direct debit by the Trésor (« NatPrel 01 », « PerPrel 07 »: once). */
export interface Debit {
  readonly on: Temporal.PlainDate;
  readonly sequence: 'OOFF' | 'FRST' | 'RCUR' | 'FNAL';
  readonly mandate: { readonly reference: string; readonly signedOn: Temporal.PlainDate };
  readonly label: string;
  readonly account: { readonly iban: string; readonly bic?: string; readonly holder: string };
  /** The holder of the account is not the debtor. */
  readonly otherHolder?: boolean;
}

/** « TypePJ »: 002 document of a titre, 006 ASAP as data, 010 invoice of an ORMC to print, 011 document beside it. */
export type AttachmentType = '002' | '006' | '010' | '011';

export interface AttachmentReference {
  readonly id: string;
  readonly name: string;
  readonly type: AttachmentType;
}

/** A document as it travels: its bytes, compressed when the file is written. */
export interface Attachment extends AttachmentReference {
  readonly mimeType: string;
  readonly description: string;
  readonly content: Uint8Array;
}
