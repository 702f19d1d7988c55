import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Temporal } from '../../kernel/civil-time.js';
import { chunksOf, groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { ReminderItemRow } from './reminder-item.entity.js';
import { ReminderRow } from './reminder.entity.js';
import type { Step } from '../rules/steps.js';

/** A step that was taken for an invoice; `on` is null for a letter that waits to be printed. */
export interface TakenStep {
  readonly step: Step;
  readonly on: Temporal.PlainDate | null;
}

export interface ReminderPages {
  readonly reminder: ReminderRow;
  readonly items: readonly ReminderItemRow[];
}

/** What was done about invoices. */
@Injectable()
export class ReminderBook {
  constructor(private readonly database: Database) {}

  /** The steps taken, by invoice, in order. */
  async takenFor(collectiviteId: number, invoiceIds: Iterable<number>): Promise<Map<number, TakenStep[]>> {
    const taken = new Map<number, TakenStep[]>();
    for (const ids of chunksOf(invoiceIds)) {
      const rows = await this.database.rows<{ invoice_id: number; step: Step; taken_on: string | null }>(
        `SELECT i.invoice_id, i.step, CASE WHEN r.channel = 'LETTER' THEN r.letter_done_on ELSE r.made_on END AS taken_on
         FROM reminder_items i JOIN reminders r ON r.id = i.reminder_id
         WHERE i.collectivite_id = ? AND i.invoice_id IN (${ids.map(() => '?').join(', ')}) AND i.step IS NOT NULL
         ORDER BY i.id`,
        [collectiviteId, ...ids],
      );
      for (const [invoiceId, steps] of groupedBy(rows, (row) => Number(row.invoice_id))) {
        taken.set(
          invoiceId,
          steps.map((row) => ({
            step: row.step,
            on: row.taken_on === null ? null : Temporal.PlainDate.from(row.taken_on),
          })),
        );
      }
    }
    return taken;
  }

  /** Reminders with their invoices, in the order given. */
  async withItems(reminders: readonly ReminderRow[]): Promise<ReminderPages[]> {
    const itemsOf = new Map<number, ReminderItemRow[]>();
    for (const some of chunksOf(reminders)) {
      const ids = some.map(({ id }) => id);
      const items = await this.database
        .repository(ReminderItemRow)
        .find({ where: { reminderId: In(ids) }, order: { id: 'ASC' } });
      for (const [id, own] of groupedBy(items, ({ reminderId }) => reminderId)) itemsOf.set(id, own);
    }
    return reminders.map((reminder) => ({ reminder, items: itemsOf.get(reminder.id) ?? [] }));
  }
}
