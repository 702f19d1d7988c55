import { Temporal } from '../../kernel/civil-time.js';
import { sumCents } from '../../kernel/money.js';
import type { FoundRemittance } from '../actions/remittances/find-remittances.js';
import { meansLabel } from '../rules/means.js';
import type { RemittanceDetailsDto, RemittanceDto } from './remittances.dto.js';

export function remittanceView({ row, acceptance, reversal }: FoundRemittance): RemittanceDto {
  const { id, means, accountedOn, totalCents, paper, madeAt } = row;
  return {
    id,
    number: paper.number,
    means,
    meansLabel: meansLabel(means),
    handedOn: Temporal.PlainDate.from(paper.handedOn),
    accountedOn,
    payments: paper.payments.length,
    deductedCents: sumCents([...paper.reversals, ...(paper.refunds ?? [])].map(({ cents }) => cents)),
    totalCents,
    madeAt,
    accepted: acceptance && { on: acceptance.acceptedOn, reference: acceptance.reference },
    cancelled: reversal && { on: reversal.accountedOn, note: reversal.note },
  };
}

export function remittanceDetailsView(found: FoundRemittance): RemittanceDetailsDto {
  const { paper } = found.row;
  return {
    ...remittanceView(found),
    lines: paper.payments.map(({ receivedOn, ...payment }) => ({
      ...payment,
      receivedOn: Temporal.PlainDate.from(receivedOn),
    })),
    deductions: [...paper.reversals],
    refunds: (paper.refunds ?? []).map(({ on, ...told }) => ({ ...told, on: Temporal.PlainDate.from(on) })),
  };
}
