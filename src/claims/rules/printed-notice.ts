import { Temporal } from '../../kernel/civil-time.js';
import { type Asap, datamatrixText } from '../../pes/rules/index.js';
import { asapOf, type Issuer, type NumberedBatch, type StoredPiece } from './batch-file.js';
import { type BatchKind, pieceNumber } from './batch.js';
import { paymentReference } from './payment-reference.js';
import type { Notices, NoticeSettings, TreasurySettings } from './treasury-settings.js';

/** What the avis of a bordereau say besides its pieces, as it stood when they were made. Stored as JSON. */
export interface NoticeTerms {
  readonly settings: TreasurySettings & { readonly notice: NoticeSettings };
  readonly issuer: Issuer;
}

/** Where a debt is paid online, and with what. */
export interface OnlineClaim {
  readonly url: string;
  readonly identifier: string;
  readonly reference: string;
}

/** An avis des sommes à payer as the commune prints it. */
export interface PrintedNotice {
  readonly kind: BatchKind;
  readonly asap: Asap;
  /** « NumDette », of an article of a rôle. */
  readonly debtNumber: string | null;
  /** Null where titres are not paid online, or where the Trésor debits the debt. */
  readonly online: OnlineClaim | null;
  /** On which the Trésor debits the debt: nothing is to be sent, and there is no slip. */
  readonly debitedOn: Temporal.PlainDate | null;
  /** Days to pay from its reception; null: at once. */
  readonly payWithinDays: number | null;
  /** What is read from the code of the slip. */
  readonly datamatrix: string;
}

/** Avis in one file to print: what a machine folds in an hour, and what the service draws in some twenty seconds. */
export const NOTICES_AT_ONCE = 300;

/** Whether its pieces are debts of families, of which each is told by an avis. */
export function hasNotices(kind: BatchKind): boolean {
  return kind === 'TITRE' || kind === 'ORMC';
}

/** Whether the commune sends the avis of a bordereau itself: as its file told the comptable, else as is agreed now. */
export function printsNotices(
  { kind, notices }: { readonly kind: BatchKind; readonly notices: Notices | null },
  settings: Pick<TreasurySettings, 'notices'>,
): boolean {
  return hasNotices(kind) && (notices ?? settings.notices) !== 'DGFIP';
}

/** The terms of a bordereau that is made now; null where the commune prints no avis, or cannot yet. */
export function noticeTerms(settings: TreasurySettings, kind: BatchKind, issuer: Issuer): NoticeTerms | null {
  const { notice } = settings;
  return notice && printsNotices({ kind, notices: null }, settings)
    ? { settings: { ...settings, notice }, issuer }
    : null;
}

export function printedNotice(
  batch: NumberedBatch,
  piece: StoredPiece & { readonly debtNumber: string | null },
  { settings, issuer }: NoticeTerms,
): PrintedNotice {
  const { notice } = settings;
  const asap = asapOf(batch, piece, { settings, notice, issuer });
  const { debit } = piece.content;
  return {
    ...{ kind: batch.kind, asap, debtNumber: piece.debtNumber },
    online: debit ? null : onlineClaim(batch, piece, settings),
    debitedOn: debit ? Temporal.PlainDate.from(debit.on) : null,
    payWithinDays: notice.payWithinDays ?? null,
    datamatrix: datamatrixText(asap.optical),
  };
}

/** How a piece is paid online; null where titres are not, or where only the avis of the DGFiP tells the reference. */
export function onlineClaim(
  batch: Pick<NumberedBatch, 'kind' | 'exercise' | 'firstPiece'>,
  { pieceRank, debtNumber }: { readonly pieceRank: number; readonly debtNumber: string | null },
  { notice, debtPeriod, rollReference }: Pick<TreasurySettings, 'notice' | 'debtPeriod' | 'rollReference'>,
): OnlineClaim | null {
  if (!notice?.online) return null;
  const { kind, exercise } = batch;
  const debt = { kind, exercise, piece: pieceNumber(batch, pieceRank), debtNumber, debtPeriod };
  const reference = paymentReference({ ...debt, revenue: notice.slip.revenue }, rollReference);
  return reference === null ? null : { url: notice.online.url, identifier: notice.online.code, reference };
}
