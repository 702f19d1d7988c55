import { Temporal } from '../../kernel/civil-time.js';
import type { PaymentReversalRow } from '../data/payment-reversal.entity.js';
import { reversalLabel } from '../rules/reversal.js';
import type { ReversalDto } from './reversals.dto.js';

export function reversalView({
  id,
  paymentId,
  familyId,
  accountedOn,
  reversedAt,
  paper,
}: PaymentReversalRow): ReversalDto {
  return {
    id,
    number: paper.number,
    paymentId,
    receiptNumber: paper.receiptNumber,
    familyId,
    familyName: paper.family.name,
    reason: paper.reason,
    reasonLabel: reversalLabel(paper.reason),
    note: paper.note,
    occurredOn: Temporal.PlainDate.from(paper.occurredOn),
    accountedOn,
    cents: paper.cents,
    dueAgain: [...paper.dueAgain],
    creditCents: paper.creditCents,
    creditUndone: [...paper.creditUndone],
    stillDueCents: paper.stillDueCents,
    waitingCents: paper.waitingCents ?? 0,
    reversedAt,
  };
}
