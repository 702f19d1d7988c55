import { Injectable } from '@nestjs/common';
import { euros, plainDate, typeset } from '../../kernel/french.js';
import type { GridRow } from '../../kernel/grid.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { renderPdf } from '../../platform/pdf/index.js';
import { pdfTable } from '../../platform/tables/index.js';
import { arrearsGrid } from '../rules/arrears-grid.js';
import { ReportArrears } from './report-arrears.js';

/** The état des restes à recouvrer, to be signed. */
@Injectable()
export class PrintArrears {
  constructor(
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly reportArrears: ReportArrears,
  ) {}

  /** At the end of the day `at`, today unless told; totals are carried from page to page. */
  async run(
    collectiviteId: number,
    at?: Temporal.PlainDate,
  ): Promise<{ readonly at: Temporal.PlainDate; readonly bytes: Buffer }> {
    const { report, names } = await this.reportArrears.run(collectiviteId, at);
    const { name, addressLine1, postalCode, city, regisseurName } = await this.findCollectivite.run(collectiviteId);
    const title = 'État des restes à recouvrer';
    const subtitle = `Au ${plainDate(report.at)}`;
    const rows: GridRow[] = [];
    const grid = arrearsGrid(report, names);
    for await (const row of grid.rows) rows.push(row);
    const bytes = await renderPdf({
      title,
      author: name,
      subject: subtitle,
      createdAt: this.clock.now(),
      orientation: 'landscape',
      legal: `${name} – ${title}, ${plainDate(report.at)}`,
      content: [
        {
          kind: 'letterhead',
          emitter: { name, lines: [addressLine1, `${postalCode} ${city}`] },
          runningTitle: title,
        },
        { kind: 'title', text: title, subtitle },
        {
          kind: 'keyValues',
          columns: 2,
          rows: report.byAge.map(({ label, invoices, cents }) => [typeset(label), `${euros(cents)} (${invoices})`]),
        },
        { kind: 'callout', label: 'Reste à recouvrer', value: euros(report.openCents) },
        pdfTable(grid, rows, 'Les factures qui ne sont pas soldées, la plus anciennement due d’abord'),
        {
          kind: 'signatures',
          frames: [
            { title: 'Le régisseur', lines: [regisseurName ?? '', 'Date et signature'] },
            { title: 'Le comptable public', lines: ['', 'Date et signature'] },
          ],
        },
      ],
    });
    return { at: report.at, bytes };
  }
}
