import type { RefundWithFate } from '../actions/refunds/find-refunds.js';
import type { RefundListRow } from '../data/refund-list.entity.js';
import type { RefundRequestRow } from '../data/refund-request.entity.js';
import type { RefundListDetailsDto, RefundListDto, RefundRequestDto } from './refunds.dto.js';

export function refundListView({ id, accountedOn, totalCents, paper, madeAt }: RefundListRow): RefundListDto {
  return { id, number: paper.number, accountedOn, refunds: paper.lines.length, totalCents, madeAt };
}

/** `refunds` in the order of the list. */
export function refundListDetailsView(row: RefundListRow, refunds: readonly RefundWithFate[]): RefundListDetailsDto {
  return {
    ...refundListView(row),
    lines: refunds.map(({ refund, reversal }, index) => {
      const { familyId, familyName, holder, maskedIban, cents } = row.paper.lines[index]!;
      const cancelled = reversal && { on: reversal.accountedOn, note: reversal.note };
      return { id: refund.id, familyId, familyName, holder, account: maskedIban, cents, cancelled };
    }),
  };
}

export function refundRequestView({ id, maskedIban, askedAt }: RefundRequestRow): RefundRequestDto {
  return { id, account: maskedIban, askedAt };
}
