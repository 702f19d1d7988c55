import { Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import {
  type AsapLine,
  type AttachmentReference,
  debtKeyDigit,
  debtKeyLetter,
  debtNumber,
  type Person,
  type Piece,
} from '../../pes/rules/index.js';
import type { BatchKind } from './batch.js';
import { type ContentDebit, type Debited, debitOf } from './debit.js';
import { editionOf, type TreasurySettings } from './treasury-settings.js';

/** What a piece says, frozen when the debt moved. Stored as JSON: dates are YYYY-MM-DD. */
export interface PieceContent {
  readonly invoiceNumber: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly debtor: Person;
  readonly lines: readonly ContentLine[];
  /** How the debt was computed, as the invoice said. */
  readonly basis: readonly BasisLine[];
  /** In a rôle: the debit by the Trésor. The account is in the mandate, sealed. */
  readonly debit?: ContentDebit;
  /** In a reduction: the piece that it changes. */
  readonly changes?: { readonly exercise: number; readonly piece: number };
}

export interface ContentLine {
  readonly prestationId: number;
  readonly prestation: string;
  readonly product: string;
  readonly nature: string;
  readonly function: string | null;
  readonly cents: Cents;
  /** In a reduction: the line that it changes. */
  readonly changesLine?: number;
}

export interface BasisLine {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly cents: Cents;
  readonly quantity?: number;
  readonly unitCents?: Cents;
}

/** The account on which all the articles of a rôle stand: the titre that recapitulates it carries the imputations. */
const ROLL_NATURE = '588';

/** The piece in the model of the Trésor. */
export function pieceOf(
  content: PieceContent,
  {
    number,
    kind,
    exercise,
    attachments,
    debited,
  }: {
    readonly number: number;
    readonly kind: BatchKind;
    readonly exercise: number;
    readonly attachments: readonly AttachmentReference[];
    /** In clear: for the bytes of the file. */
    readonly debited?: Debited | undefined;
  },
  settings: TreasurySettings,
): Piece {
  const { debtor, lines, invoiceNumber, changes } = content;
  const edition = editionOf(settings, kind);
  return {
    number,
    ...(edition ? { edition } : {}),
    subject: subjectOf(content, kind),
    ...(kind === 'ORMC' ? { debt: debtOf(invoiceNumber, exercise, settings) } : {}),
    attachments,
    lines: lines.map((line) => ({
      subject: line.prestation,
      product: line.product,
      nature: kind === 'ORMC' ? ROLL_NATURE : line.nature,
      ...(kind === 'ORMC' || line.function === null ? {} : { function: line.function }),
      cents: line.cents,
      ...(changes ? { changes: { ...changes, line: line.changesLine ?? 1 } } : {}),
    })),
    debtor,
    ...(debited ? { debit: debitOf(debited, invoiceNumber) } : {}),
  };
}

function subjectOf({ invoiceNumber, period }: PieceContent, kind: BatchKind): string {
  const what = kind === 'REDUCTION' ? 'Réduction de la facture' : 'Facture';
  return `${what} ${invoiceNumber} du ${dayText(period.from)} au ${dayText(period.to)}`;
}

function dayText(iso: string): string {
  return iso.split('-').reverse().join('/');
}

function debtOf(invoiceNumber: string, exercise: number, settings: TreasurySettings): NonNullable<Piece['debt']> {
  const debt = { exercise, period: settings.debtPeriod, number: debtNumber(invoiceNumber) };
  const { collectiviteCode: code, keyNature: nature } = settings;
  return {
    number: debt.number,
    period: debt.period,
    ...(settings.sendsKeyDigit ? { keyDigit: debtKeyDigit(debt, { code, nature }) } : {}),
    keyLetter: debtKeyLetter(debt),
  };
}

/**
 * The lines of an avis: how the debt was computed, less what was paid or credited since. Where the invoice does not say
 * enough, one line for each product.
 */
export function asapLines({ basis, lines, period }: PieceContent): AsapLine[] {
  const due = sumCents(lines.map(({ cents }) => cents));
  const computed = sumCents(basis.map(({ cents }) => cents));
  const dates = { from: Temporal.PlainDate.from(period.from), to: Temporal.PlainDate.from(period.to) };
  if (basis.length === 0 || computed < due) {
    return lines.map(({ prestation, cents }) => ({ ...dates, label: prestation, cents, of: 'AMOUNT' }));
  }
  const paid: AsapLine[] =
    computed === due
      ? []
      : [{ ...dates, label: 'montant déjà réglé ou déduit', cents: computed - due, of: 'DISCOUNT' }];
  return [
    ...basis.map(({ label, from, to, cents, quantity, unitCents }): AsapLine => ({
      from: Temporal.PlainDate.from(from),
      to: Temporal.PlainDate.from(to),
      label,
      cents,
      of: quantity !== undefined && unitCents !== undefined ? { quantity, unitCents } : 'AMOUNT',
    })),
    ...paid,
  ];
}
