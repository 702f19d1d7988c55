import { Temporal } from '../../kernel/civil-time.js';
import type { CollectionReportRow } from '../data/collection-report.entity.js';
import { reportFigures } from '../rules/figures.js';
import { formatReportNumber, type ReportContent } from '../rules/report-content.js';
import { entriesPath } from './collectivite-path.js';
import type {
  CollectionPreviewDto,
  CollectionReportDto,
  CollectionReportSummaryDto,
  FigureDto,
} from './collection-reports.dto.js';

export function previewView(content: ReportContent): CollectionPreviewDto {
  const { regie, regisseur, firstReceipt, lastReceipt, operations, totalCents } = content;
  return {
    from: Temporal.PlainDate.from(content.from),
    to: Temporal.PlainDate.from(content.to),
    regie,
    regisseur,
    firstReceipt,
    lastReceipt,
    operations,
    totalCents,
    byPrestation: content.byPrestation.map(({ imputation, byMeans, chapter, productCode, ...total }) => ({
      ...total,
      chapter: chapter ?? null,
      productCode: productCode ?? null,
      nature: imputation.nature,
      function: imputation.function,
      byMeans: content.byMeans
        .filter(({ means }) => byMeans[means] !== undefined)
        .map(({ means }) => ({ means, cents: byMeans[means]! })),
    })),
    byMeans: [...content.byMeans],
    heldCents: content.heldCents ?? 0,
    deductions: (content.deductions ?? []).map(({ on, ...deduction }) => ({
      ...deduction,
      on: Temporal.PlainDate.from(on),
    })),
    refunds: (content.refunds ?? []).map(({ on, ...told }) => ({ ...told, on: Temporal.PlainDate.from(on) })),
    accounts: [...(content.accounts ?? [])],
    credits: content.credits ?? null,
  };
}

export function reportView(row: CollectionReportRow): CollectionReportDto {
  return {
    id: row.id,
    number: formatReportNumber(row.year, row.number),
    madeAt: row.madeAt,
    month: row.month,
    ...previewView(row.content),
  };
}

export function reportSummary(row: CollectionReportRow): CollectionReportSummaryDto {
  return {
    id: row.id,
    number: formatReportNumber(row.year, row.number),
    from: row.fromDate,
    to: row.toDate,
    totalCents: row.totalCents,
    month: row.month,
    madeAt: row.madeAt,
  };
}

export function figuresView(collectiviteId: number, content: ReportContent): FigureDto[] {
  return reportFigures(content).map(({ part, label, cents, sign, lines }) => ({
    ...{ part, label, cents, sign },
    entries: entriesPath(collectiviteId, lines),
  }));
}
