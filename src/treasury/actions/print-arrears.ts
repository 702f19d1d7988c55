import { Injectable } from '@nestjs/common';
import { euros, plainDate, typeset } from '../../kernel/french.js';
import type { GridRow } from '../../kernel/grid.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { amountInWords } from '../../payments/index.js';
import type { PdfBlock } from '../../platform/pdf/index.js';
import { pdfTable } from '../../platform/tables/index.js';
import { arrearsGrid, printedChannel, productDebtsGrid } from '../rules/arrears-grid.js';
import { PrintTable } from './print-table.js';
import { type ArrearsAsked, type NamedArrears, ReportArrears } from './report-arrears.js';

/** The état des restes à recouvrer, to be signed. */
@Injectable()
export class PrintArrears {
  constructor(
    private readonly reportArrears: ReportArrears,
    private readonly printTable: PrintTable,
  ) {}

  /** Totals are carried from page to page. Throws REPORT_TOO_LONG_TO_PRINT. */
  async run(
    collectiviteId: number,
    asked: ArrearsAsked,
  ): Promise<{ readonly at: Temporal.PlainDate; readonly bytes: Buffer }> {
    const arrears = await this.reportArrears.run(collectiviteId, asked);
    const { report, names, labels } = arrears;
    const bytes = await this.printTable.run(collectiviteId, {
      title: 'État des restes à recouvrer',
      subtitle: `Au ${plainDate(report.at)}`,
      facts: [
        ...(asked.prestationId === undefined
          ? []
          : [['Seulement la prestation', labels.get(asked.prestationId) ?? ''] as const]),
        ...(asked.nature === undefined ? [] : [['Seulement la nature', asked.nature] as const]),
        ...(asked.function === undefined ? [] : [['Seulement la fonction', asked.function] as const]),
        ...(asked.year === undefined ? [] : [['Seulement l’exercice', String(asked.year)] as const]),
        ...[...report.byAge, ...report.byChannel].map(
          ({ label, invoices, cents }) => [typeset(capital(label)), `${euros(cents)} (${invoices})`] as const,
        ),
      ],
      before: [
        { kind: 'callout', label: 'Reste à recouvrer', value: euros(report.openCents) },
        ...(await products(arrears)),
      ],
      grid: arrearsGrid(report, names, printedChannel),
      summary: 'Les factures qui ne sont pas soldées, la plus anciennement due d’abord',
      nothing: 'Néant : tout est réglé.',
      statement: `Arrêté le présent état à la somme de ${amountInWords(report.openCents)} (${euros(report.openCents)}).`,
      comptable: 'Vu',
    });
    return { at: report.at, bytes };
  }
}

async function products({ report, labels }: NamedArrears): Promise<PdfBlock[]> {
  if (report.byProduct.length === 0) return [];
  const rows: GridRow[] = [];
  const grid = productDebtsGrid(report.byProduct, labels);
  for await (const row of grid.rows) rows.push(row);
  return [
    { kind: 'heading', text: 'Par exercice et par produit' },
    pdfTable(grid, rows, 'Ce qui reste dû, par exercice, par produit et par canal'),
    { kind: 'heading', text: 'Par facture' },
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
