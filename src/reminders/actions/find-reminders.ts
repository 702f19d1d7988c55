import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { LetterRunRow } from '../data/letter-run.entity.js';
import { ReminderBook, type ReminderPages } from '../data/reminder-book.js';
import { ReminderRow } from '../data/reminder.entity.js';

interface ReminderFilter {
  readonly familyId?: number;
  readonly invoiceId?: number;
  readonly limit: number;
  readonly after?: number;
}

@Injectable()
export class FindReminders {
  constructor(
    private readonly database: Database,
    private readonly book: ReminderBook,
  ) {}

  /** The latest first; one more than the limit. */
  list(collectiviteId: number, { familyId, invoiceId, limit, after }: ReminderFilter): Promise<ReminderPages[]> {
    return this.database.read(async () => {
      const query = this.database
        .repository(ReminderRow)
        .createQueryBuilder('reminder')
        .where({ collectiviteId, ...(familyId ? { familyId } : {}), ...(after ? { id: LessThan(after) } : {}) });
      if (invoiceId) {
        const has =
          'EXISTS (SELECT 1 FROM reminder_items i WHERE i.reminder_id = reminder.id AND i.invoice_id = :invoiceId)';
        query.andWhere(has, { invoiceId });
      }
      return this.book.withItems(
        await query
          .orderBy('reminder.id', 'DESC')
          .limit(limit + 1)
          .getMany(),
      );
    });
  }

  /** Printings, the latest first. */
  letterRuns(collectiviteId: number): Promise<LetterRunRow[]> {
    return this.database.read(() =>
      this.database.repository(LetterRunRow).find({ where: { collectiviteId }, order: { id: 'DESC' }, take: 100 }),
    );
  }

  /** How many letters wait to be printed. */
  async lettersWaiting(collectiviteId: number): Promise<number> {
    const [row] = await this.database.read(() =>
      this.database.rows<{ waiting: number | string }>(
        `SELECT COUNT(*) AS waiting FROM reminders
         WHERE collectivite_id = ? AND channel = 'LETTER' AND letter_done_on IS NULL`,
        [collectiviteId],
      ),
    );
    return Number(row!.waiting);
  }
}
