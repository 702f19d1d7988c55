import { Temporal } from '../../kernel/civil-time.js';
import { sumCents } from '../../kernel/money.js';
import type { RemittanceRow } from '../data/remittance.entity.js';
import { meansLabel } from '../rules/means.js';
import type { RemittanceDetailsDto, RemittanceDto } from './remittances.dto.js';

export function remittanceView({ id, means, accountedOn, totalCents, paper, madeAt }: RemittanceRow): RemittanceDto {
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
  };
}

export function remittanceDetailsView(row: RemittanceRow): RemittanceDetailsDto {
  return {
    ...remittanceView(row),
    lines: row.paper.payments.map(({ receivedOn, ...payment }) => ({
      ...payment,
      receivedOn: Temporal.PlainDate.from(receivedOn),
    })),
    deductions: [...row.paper.reversals],
    refunds: (row.paper.refunds ?? []).map(({ on, ...told }) => ({ ...told, on: Temporal.PlainDate.from(on) })),
  };
}
