import type { DebtFilter, LineFilter } from '../../ledger/index.js';
import type { ArrearsAsked, NamedArrears } from '../actions/report-arrears.js';
import { type Channel, debtLines, debtOf } from '../rules/arrears.js';
import type { ArrearsDto } from './arrears.dto.js';
import { entriesPath } from './collectivite-path.js';

/** What remains due, each sum with the address of its entries; ages are sums of lines, which tell theirs. */
export function arrearsView(
  collectiviteId: number,
  { at: _day, ...asked }: ArrearsAsked,
  { report, names, labels }: NamedArrears,
): ArrearsDto {
  const { at, lateCents, openCents } = report;
  const entries = (channel: Channel, more: LineFilter & DebtFilter = {}) => ({
    entries: entriesPath(collectiviteId, debtLines(at, { ...asked, ...more, debt: debtOf(channel) })),
  });
  return {
    ...{ at, lateCents, openCents },
    byAge: [...report.byAge],
    byChannel: report.byChannel.map((total) => ({ ...total, ...entries(total.channel) })),
    byProduct: report.byProduct.map(({ imputation, ...total }) => {
      const { year, prestationId, channel } = total;
      const imputed = { nature: imputation.nature, function: imputation.function };
      const product = { year, prestationId, ...imputed, function: imputation.function ?? '-' };
      return { ...total, ...imputed, label: labels.get(prestationId) ?? '', ...entries(channel, product) };
    }),
    lines: report.lines.map(({ debt: _debt, ...line }) => ({
      ...line,
      familyName: names.get(line.familyId) ?? '',
      ...entries(line.channel, { invoiceId: line.invoiceId }),
    })),
  };
}
