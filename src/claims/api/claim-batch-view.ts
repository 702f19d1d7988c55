import type { ClaimBatchRow } from '../data/claim-batch.entity.js';
import type { ClaimLeftoverRow } from '../data/claim-leftover.entity.js';
import type { ClaimTitreRow } from '../data/claim-titre.entity.js';
import type { ClaimPieceRow } from '../data/claim-piece.entity.js';
import { Temporal } from '../../kernel/civil-time.js';
import { typeset } from '../../kernel/french.js';
import { batchTitle, pieceNumber } from '../rules/batch.js';
import type { ClaimBatchDetailsDto, ClaimBatchDto, ClaimPieceDto, PublicTitreDto } from './claim-batches.dto.js';

export function batchView(batch: ClaimBatchRow): ClaimBatchDto {
  const { id, kind, state, issuedOn, exercise, number, pieces, totalCents, schemaChecked, acquit, createdAt } = batch;
  return {
    ...{ id, kind, state, issuedOn, exercise, number, pieces, totalCents, schemaChecked, acquit, createdAt },
    title: typeset(batchTitle(batch)),
    faults: [...(batch.faults ?? [])],
    acquitErrors: [...(batch.acquitErrors ?? [])],
  };
}

export function batchDetailsView(
  batch: ClaimBatchRow,
  {
    leftovers,
    titre,
    noticeParts,
  }: {
    readonly leftovers: readonly ClaimLeftoverRow[];
    readonly titre: ClaimTitreRow | null;
    readonly noticeParts: number;
  },
): ClaimBatchDetailsDto {
  return {
    ...batchView(batch),
    noticeParts,
    leftovers: leftovers.map(({ familyId, reason, amountCents: cents, detail }) => ({
      familyId,
      reason,
      cents,
      detail,
    })),
    titre: titre && titreView(titre),
  };
}

function titreView({ rollId, reportId, content, inForce, rejectedFor }: ClaimTitreRow): PublicTitreDto {
  const { subject, debtor, lines } = content;
  const isReplaced = inForce === null;
  return {
    subject: typeset(subject),
    debtor: debtor.name,
    rollId,
    reportId,
    isReplaced,
    rejectedFor,
    lines: [...lines],
  };
}

export function pieceView(batch: ClaimBatchRow, piece: ClaimPieceRow): ClaimPieceDto {
  const { id, familyId, invoiceId, debtNumber, amountCents, state, stateReason, content, pieceRank } = piece;
  return {
    ...{ id, familyId, invoiceId, debtNumber, state },
    number: batch.firstPiece === null ? null : pieceNumber(batch, pieceRank),
    invoiceNumber: content.invoiceNumber,
    debtor: `${content.debtor.name} ${content.debtor.firstName}`,
    cents: amountCents,
    reason: stateReason,
    debitedOn: content.debit ? Temporal.PlainDate.from(content.debit.on) : null,
    lines: content.lines.map(({ prestation, product, nature, function: fonction, cents }) => ({
      ...{ prestation, product, nature, cents },
      function: fonction,
    })),
  };
}
