import { Injectable } from '@nestjs/common';
import { typeset } from '../../kernel/french.js';
import type { Grid, GridRow } from '../../kernel/grid.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { type LabelledValue, type PdfBlock, renderPdf, type SignatureFrame } from '../../platform/pdf/index.js';
import { pdfTable } from '../../platform/tables/index.js';
import { treasuryProblems } from '../problems.js';

/** A register of the régie, to be printed and signed. */
export interface TableToPrint {
  readonly title: string;
  /** Of which period, or at which day. */
  readonly subtitle: string;
  readonly facts: readonly LabelledValue[];
  /** What stands between the facts and the table. */
  readonly before?: readonly PdfBlock[];
  readonly grid: Grid;
  /** Said by screen readers before the table. */
  readonly summary: string;
  /** Printed instead of a table without lines. */
  readonly nothing: string;
  /** What is certified. */
  readonly statement: string;
  /** What the comptable writes in his frame. */
  readonly comptable: string;
}

/** Lines that are printed at most: beyond, a book of a thousand pages would be drawn in memory. */
const MOST_LINES = 15_000;

/** Registers of the régie on paper: A4, totals carried from page to page, frames to sign. */
@Injectable()
export class PrintTable {
  constructor(
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  /** Throws REPORT_TOO_LONG_TO_PRINT; never inside a unit, as drawing takes its time. */
  async run(collectiviteId: number, table: TableToPrint): Promise<Buffer> {
    const rows = await rowsToPrint(table.grid);
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const { name, siret, addressLine1, addressLine2, postalCode, city, regieLabel, regisseurName } = collectivite;
    const { title, subtitle } = table;
    const frames: SignatureFrame[] = [
      { title: 'Le régisseur', lines: [regisseurName ?? '', 'Date et signature'] },
      { title: 'Le comptable public', lines: [table.comptable, 'Date, cachet et signature'] },
    ];
    return renderPdf({
      title,
      author: name,
      subject: subtitle,
      createdAt: this.clock.now(),
      orientation: 'landscape',
      legal: `${name}${siret ? ` – SIRET ${siret}` : ''} – ${title}, ${subtitle.toLowerCase()}`,
      content: [
        {
          kind: 'letterhead',
          emitter: {
            name,
            lines: [regieLabel, addressLine1, addressLine2, `${postalCode} ${city}`].filter((line) => line !== null),
          },
          runningTitle: `${title}, ${subtitle.toLowerCase()}`,
        },
        { kind: 'title', text: title, subtitle },
        { kind: 'keyValues', columns: 2, rows: table.facts },
        ...(table.before ?? []),
        rows.some(({ kind = 'line' }) => kind === 'line')
          ? pdfTable(table.grid, rows, table.summary)
          : { kind: 'paragraph', text: typeset(table.nothing) },
        { kind: 'signatures', statement: table.statement, frames },
      ],
    });
  }
}

async function rowsToPrint({ rows }: Grid): Promise<GridRow[]> {
  const read: GridRow[] = [];
  for await (const row of rows) {
    read.push(row);
    if (read.length > MOST_LINES) {
      throw treasuryProblems.REPORT_TOO_LONG_TO_PRINT(
        'Cette période compte trop de lignes pour être imprimée d’un coup. Imprimez-la mois par mois, ou téléchargez le tableur (CSV ou XLSX), qui n’a pas de limite.',
      );
    }
  }
  return read;
}
