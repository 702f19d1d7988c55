import { Injectable } from '@nestjs/common';
import { dateIn, isBefore, Temporal } from '../../kernel/civil-time.js';
import { longDate } from '../../kernel/french.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { ClosePeriod } from '../../ledger/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { NumberSeries } from '../../platform/numbering/number-series.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { CollectionReportRow } from '../data/collection-report.entity.js';
import { collectionReportToSend } from '../events.js';
import { treasuryProblems } from '../problems.js';
import { refuseUpsideDown } from '../rules/period.js';
import { REPORT_SERIES, type ReportContent } from '../rules/report-content.js';
import { ComposeCollectionReport } from './compose-collection-report.js';

@Injectable()
export class MakeCollectionReport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly compose: ComposeCollectionReport,
    private readonly closePeriod: ClosePeriod,
    private readonly numbers: NumberSeries,
    private readonly outbox: Outbox,
  ) {}

  /** Freezes the report of a period and numbers it. Throws COLLECTION_REPORT_PERIOD_REFUSED; not inside a unit. */
  async run(collectiviteId: number, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<CollectionReportRow> {
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    checkPeriod(from, to, dateIn(timeZone, this.clock.now()));
    const content = await this.compose.run(collectiviteId, from, to);
    return this.database.unit(() => this.write(collectiviteId, content, null));
  }

  /**
   * Closes a month that is over, and makes its report, mailed to the collectivité; null when it was made already.
   * Closed first: what the report says of the month stays true.
   */
  async ofMonth(collectiviteId: number, month: Temporal.PlainYearMonth): Promise<CollectionReportRow | null> {
    const from = month.toPlainDate({ day: 1 });
    const to = from.with({ day: month.daysInMonth });
    await this.closePeriod.run(collectiviteId, to, null);
    const content = await this.compose.run(collectiviteId, from, to);
    try {
      return await this.database.unit(async () => {
        const report = await this.write(collectiviteId, content, month.toString());
        await this.outbox.emit(
          collectionReportToSend,
          { collectiviteId, reportId: report.id },
          { collectiviteId, key: String(report.id) },
        );
        return report;
      });
    } catch (error) {
      // Another instance made it at the same time; the number taken here went back with the unit.
      if (this.database.isDuplicateKey(error)) return null;
      throw error;
    }
  }

  private async write(
    collectiviteId: number,
    content: ReportContent,
    month: string | null,
  ): Promise<CollectionReportRow> {
    const toDate = Temporal.PlainDate.from(content.to);
    const row = {
      collectiviteId,
      year: toDate.year,
      number: await this.numbers.next(collectiviteId, REPORT_SERIES, toDate.year),
      fromDate: Temporal.PlainDate.from(content.from),
      toDate,
      totalCents: content.totalCents,
      content,
      pdfFileId: null,
      madeAt: this.clock.now(),
      month,
    };
    return { ...row, id: await this.database.insert(CollectionReportRow, row) };
  }
}

function checkPeriod(from: Temporal.PlainDate, to: Temporal.PlainDate, today: Temporal.PlainDate): void {
  refuseUpsideDown(from, to);
  if (isBefore(today, to)) {
    throw treasuryProblems.COLLECTION_REPORT_PERIOD_REFUSED(
      `Le ${longDate(to)} n’est pas encore passé : un état porte sur des jours échus, aujourd’hui compris. Pour voir où en est la période, demandez un aperçu.`,
      { errors: [{ field: 'to', message: 'Aujourd’hui au plus tard.' }] },
    );
  }
}
