import type { Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import {
  type Asap,
  type AsapIssuer,
  attachmentId,
  type AttachmentReference,
  type Bordereau,
  type BordereauIdentity,
  debtNumber,
  fileName,
  opticalLines,
  type Piece,
} from '../../pes/rules/index.js';
import { type BatchKind, pieceNumber, tripletOf } from './batch.js';
import type { Debited } from './debit.js';
import { asapLines, type PieceContent, pieceOf } from './piece-content.js';
import { editionOf, noticesOn, type NoticeSettings, type TreasurySettings } from './treasury-settings.js';

/** A bordereau that has its numbers. */
export interface NumberedBatch {
  readonly kind: BatchKind;
  readonly exercise: number;
  readonly issuedOn: Temporal.PlainDate;
  readonly budgetCode: string;
  readonly number: number;
  readonly firstPiece: number;
  readonly pieces: number;
  readonly totalCents: Cents;
}

export interface StoredPiece {
  readonly pieceRank: number;
  readonly content: PieceContent;
}

export function identityOf(batch: NumberedBatch, { siret }: TreasurySettings): BordereauIdentity {
  const { kind, budgetCode: budget, exercise, number } = batch;
  return { siret, budget, exercise, triplet: tripletOf(kind), number };
}

export function batchFileName(batch: NumberedBatch, settings: TreasurySettings): string {
  return fileName(identityOf(batch, settings));
}

export function bordereauOf(
  batch: NumberedBatch,
  settings: TreasurySettings,
  triplet = tripletOf(batch.kind),
): Bordereau {
  const { kind, exercise, number, issuedOn, pieces, totalCents } = batch;
  const asapOn = noticesOn(settings, kind, issuedOn);
  return {
    ...{ exercise, number, issuedOn, pieces, cents: totalCents, triplet },
    ...(asapOn ? { asapOn } : {}),
    ...(kind === 'ORMC' ? { subject: `Services aux familles, rôle ${number} de ${exercise}` } : {}),
  };
}

/** The document that an edition wants beside a piece: the avis as data, or the invoice to print. */
export function attachmentOf(
  batch: NumberedBatch,
  rank: number,
  settings: TreasurySettings,
): AttachmentReference | undefined {
  const edition = editionOf(settings, batch.kind);
  if (!edition) return undefined;
  const number = pieceNumber(batch, rank);
  const [role, type, extension] =
    edition === '06' ? (['FACTURE', '010', 'pdf'] as const) : (['ASAP', '006', 'xml'] as const);
  const name = `${role}_${batch.exercise}_${batch.number}_${number}.${extension}`;
  return { id: attachmentId(identityOf(batch, settings), number, role), name, type };
}

export function numberedPiece(
  batch: NumberedBatch,
  { pieceRank, content }: StoredPiece,
  settings: TreasurySettings,
  debited?: Debited,
): Piece {
  const attachment = attachmentOf(batch, pieceRank, settings);
  const { kind, exercise } = batch;
  const number = pieceNumber(batch, pieceRank);
  return pieceOf(content, { number, kind, exercise, attachments: attachment ? [attachment] : [], debited }, settings);
}

/** Who issues the avis, as the collectivité presents itself. */
export interface Issuer {
  readonly name: string;
  readonly phone: string;
  readonly address: AsapIssuer['address'];
}

export function issuerOf(collectivite: {
  readonly name: string;
  readonly phone: string;
  readonly addressLine1: string;
  readonly addressLine2: string | null;
  readonly postalCode: string;
  readonly city: string;
}): Issuer {
  const { name, phone, addressLine1: street, addressLine2: complement, postalCode, city } = collectivite;
  return { name, phone, address: { ...(complement ? { complement } : {}), street, postalCode, city } };
}

/** The avis des sommes à payer of a piece. */
export function asapOf(
  batch: NumberedBatch,
  { pieceRank, content }: StoredPiece,
  {
    settings,
    notice,
    issuer,
  }: { readonly settings: TreasurySettings; readonly notice: NoticeSettings; readonly issuer: Issuer },
): Asap {
  const { exercise, number: bordereau, issuedOn } = batch;
  const { invoiceNumber, debtor, lines } = content;
  const { slip, signatory, online, treasury, paymentCentre, court } = notice;
  const due = sumCents(lines.map(({ cents }) => cents));
  const debt = { exercise, period: settings.debtPeriod, number: debtNumber(invoiceNumber) };
  return {
    issuer: {
      ...{ name: issuer.name, siret: settings.siret, address: issuer.address, phone: issuer.phone },
      ...(online ? { onlinePayment: online } : {}),
      ...{ emitter: slip.emitter, signatory },
    },
    ...{ treasury, paymentCentre },
    titre: { exercise, bordereau, piece: pieceNumber(batch, pieceRank) },
    ...{ number: invoiceNumber, issuedOn, debtor },
    subject: numberedPiece(batch, { pieceRank, content }, settings).subject,
    lines: asapLines(content),
    optical: opticalLines(debt, due, { ...slip, codique: settings.codique }),
    paymentTerms: online
      ? `En ligne sur ${online.url}, par chèque avec le talon, ou auprès de : ${treasury.name}.`
      : `Par chèque avec le talon, ou auprès de : ${treasury.name}.`,
    contestation: `Vous pouvez contester cette somme devant le ${court} dans les deux mois qui suivent la réception de cet avis (article L. 1617-5 du code général des collectivités territoriales).`,
    conditions: `Questions sur le service : ${issuer.name}, ${issuer.phone}. Questions sur le paiement : ${treasury.name}.`,
  };
}
