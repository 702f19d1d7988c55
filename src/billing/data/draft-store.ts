import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf, groupedBy } from '../../kernel/lists.js';
import type { Cents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import type { AnomalyKind } from '../rules/anomaly.js';
import type { CreditOnInvoice } from '../rules/difference.js';
import type { DraftLine } from '../rules/draft-invoices.js';
import { HABIT, usualWhereFar } from '../rules/unusual-amount.js';
import type { BillingRunRow } from './billing-run.entity.js';
import { CREDIT_NOTE_SERIES } from './credit-note-store.js';

/** The series of invoices; credit notes have another. */
export const INVOICE_SERIES = 'F';

const ROWS_AT_ONCE = 200;
const DELETED_AT_ONCE = 5000;

export interface NewAnomaly {
  /** Null where nobody is known to pay. */
  readonly familyId: number | null;
  readonly sessionId: number;
  readonly childId: number;
  readonly prestationId: number;
  readonly date: Temporal.PlainDate;
  readonly kind: AnomalyKind;
  /** What is charged, where a price was found. */
  readonly amountCents?: Cents;
}

/** Draft invoices, their charges and what is odd about them: written and thrown away by the thousand. */
@Injectable()
export class DraftStore {
  constructor(private readonly database: Database) {}

  /** Draft invoices of these families, created where missing; by family. */
  async invoicesOf(run: BillingRunRow, familyIds: readonly number[]): Promise<Map<number, number>> {
    const found = await this.find(run, familyIds);
    const missing = familyIds.filter((familyId) => !found.has(familyId));
    if (missing.length === 0) return found;
    const columns = [
      'collectivite_id',
      'billing_run_id',
      'family_id',
      'state',
      'series',
      'period_from',
      'period_to',
      'total_cents',
    ];
    const { collectiviteId, id, fromDate, toDate } = run;
    await this.insert(
      'invoices',
      columns,
      missing.map((familyId) => [
        collectiviteId,
        id,
        familyId,
        'DRAFT',
        INVOICE_SERIES,
        String(fromDate),
        String(toDate),
        0,
      ]),
    );
    return this.find(run, familyIds);
  }

  async addCharges(
    run: BillingRunRow,
    charges: readonly DraftLine[],
    invoices: ReadonlyMap<number, number>,
  ): Promise<void> {
    await this.insert(
      'charges',
      [
        'collectivite_id',
        'billing_run_id',
        'invoice_id',
        'family_id',
        'child_id',
        'session_id',
        'prestation_id',
        'date',
        'event',
        'amount_cents',
        'care_cents',
        'label',
        'explanation',
        'charge_rank',
        'credited_cents',
      ],
      charges.map((charge) => [
        run.collectiviteId,
        run.id,
        invoices.get(charge.familyId)!,
        charge.familyId,
        charge.childId,
        charge.sessionId,
        charge.prestationId,
        String(charge.date),
        charge.event,
        charge.cents,
        charge.careCents,
        charge.label,
        JSON.stringify(charge.reasons),
        charge.rank ?? 1,
        0,
      ]),
    );
  }

  async addAnomalies(run: BillingRunRow, anomalies: readonly NewAnomaly[]): Promise<void> {
    const columns = [
      ...['collectivite_id', 'billing_run_id', 'family_id', 'session_id', 'child_id', 'prestation_id', 'date', 'kind'],
      'amount_cents',
    ];
    await this.insert(
      'billing_anomalies',
      columns,
      anomalies.map(({ familyId, sessionId, childId, prestationId, date, kind, amountCents = null }) => {
        return [
          ...[run.collectiviteId, run.id, familyId, sessionId, childId, prestationId, String(date), kind],
          amountCents,
        ];
      }),
    );
  }

  /** Drafts that are far above what their families usually pay: to look at before the issue. Once totals are there. */
  async addUnusualAmounts(run: BillingRunRow): Promise<void> {
    const drafts = await this.database.rows<{ family_id: number; total_cents: number }>(
      'SELECT family_id, total_cents FROM invoices WHERE billing_run_id = ? AND total_cents > 0 ORDER BY family_id',
      [run.id],
    );
    for (const some of chunksOf(drafts)) {
      const latest = await this.latestTotals(
        run,
        some.map(({ family_id }) => family_id),
      );
      const odd = some.flatMap(({ family_id: familyId, total_cents: cents }) => {
        const usual = usualWhereFar(cents, latest.get(familyId) ?? []);
        return usual === null ? [] : [[run.collectiviteId, run.id, familyId, 'UNUSUAL_AMOUNT', cents, usual]];
      });
      const columns = ['collectivite_id', 'billing_run_id', 'family_id', 'kind', 'amount_cents', 'usual_cents'];
      await this.insert('billing_anomalies', columns, odd);
    }
  }

  /** What families were billed by their last ordinary invoices, the latest first. */
  private async latestTotals(run: BillingRunRow, familyIds: readonly number[]): Promise<Map<number, Cents[]>> {
    const rows = await this.database.rows<{ family_id: number; total_cents: number }>(
      `SELECT i.family_id, i.total_cents FROM invoices i
       JOIN billing_runs r ON r.id = i.billing_run_id AND r.kind = 'ORDINARY'
       WHERE i.state = 'ISSUED' AND i.collectivite_id = ? AND i.period_to < ?
         AND i.family_id IN (${familyIds.map(() => '?').join(', ')})
       ORDER BY i.id DESC`,
      [run.collectiviteId, run.fromDate.toString(), ...familyIds],
    );
    const byFamily = groupedBy(rows, ({ family_id }) => family_id);
    return new Map([...byFamily].map(([id, some]) => [id, some.slice(0, HABIT).map(({ total_cents }) => total_cents)]));
  }

  /** What the run gives back of invoices: a draft of a credit note for each, created where missing. */
  async addCredits(run: BillingRunRow, credits: readonly CreditOnInvoice[], now: Temporal.Instant): Promise<void> {
    if (credits.length === 0) return;
    const notes = await this.creditNotesOf(run);
    const columns = [
      ...['collectivite_id', 'billing_run_id', 'invoice_id', 'family_id', 'state', 'reason', 'series'],
      ...['total_cents', 'created_by', 'created_at'],
    ];
    const missing = new Map(
      credits.filter(({ invoiceId }) => !notes.has(invoiceId)).map((credit) => [credit.invoiceId, credit]),
    );
    await this.insert(
      'credit_notes',
      columns,
      [...missing.values()].map(({ invoiceId, familyId }) => [
        ...[run.collectiviteId, run.id, invoiceId, familyId, 'DRAFT', 'CORRECTION', CREDIT_NOTE_SERIES],
        ...[0, run.createdBy, now.epochMilliseconds],
      ]),
    );
    const noteOf = missing.size > 0 ? await this.creditNotesOf(run) : notes;
    await this.insert(
      'credit_note_lines',
      ['collectivite_id', 'billing_run_id', 'credit_note_id', 'charge_id', 'amount_cents'],
      credits.flatMap(({ invoiceId, lines }) =>
        lines.map(({ chargeId, cents }) => [run.collectiviteId, run.id, noteOf.get(invoiceId)!, chargeId, cents]),
      ),
    );
  }

  /** The charges of issued invoices count what the run takes back of them: from here on nobody else takes it. */
  async takeCredits(run: BillingRunRow): Promise<void> {
    await this.database.change(
      `UPDATE charges SET credited_cents = credited_cents + (
         SELECT SUM(l.amount_cents) FROM credit_note_lines l WHERE l.billing_run_id = ? AND l.charge_id = charges.id)
       WHERE id IN (SELECT l.charge_id FROM credit_note_lines l WHERE l.billing_run_id = ?)`,
      [run.id, run.id],
    );
  }

  /** Each draft's total is the sum of its charges, or of what it gives back. */
  async total(run: BillingRunRow): Promise<void> {
    await this.database.change(
      `UPDATE credit_notes SET total_cents =
         (SELECT COALESCE(SUM(l.amount_cents), 0) FROM credit_note_lines l WHERE l.credit_note_id = credit_notes.id)
       WHERE billing_run_id = ?`,
      [run.id],
    );
    await this.database.change(
      `UPDATE invoices SET total_cents =
         (SELECT COALESCE(SUM(c.amount_cents), 0) FROM charges c WHERE c.invoice_id = invoices.id)
       WHERE billing_run_id = ?`,
      [run.id],
    );
  }

  /** What earlier runs carried over joins the drafts of its families; each is asked for by one draft at a time. */
  async claimCarried(run: BillingRunRow): Promise<void> {
    const carried = await this.database.rows<{ id: number; family_id: number; total_cents: number }>(
      `SELECT id, family_id, total_cents FROM invoices
       WHERE collectivite_id = ? AND state = 'CARRIED' AND carried_to_id IS NULL ORDER BY id`,
      [run.collectiviteId],
    );
    const drafts = await this.invoicesOf(run, [...new Set(carried.map(({ family_id }) => family_id))]);
    for (const { id, family_id, total_cents } of carried) {
      const draft = drafts.get(family_id)!;
      const claimed = await this.database.change(
        "UPDATE invoices SET carried_to_id = ? WHERE id = ? AND state = 'CARRIED' AND carried_to_id IS NULL",
        [draft, id],
      );
      if (claimed === 1)
        await this.database.change('UPDATE invoices SET total_cents = total_cents + ? WHERE id = ?', [
          total_cents,
          draft,
        ]);
    }
  }

  /** From here on the charges that were carried over are those of the invoice that asks for them. */
  async takeCarried(invoiceId: number): Promise<void> {
    const carried = await this.database.rows<{ id: number }>('SELECT id FROM invoices WHERE carried_to_id = ?', [
      invoiceId,
    ]);
    for (const { id } of carried)
      await this.database.change('UPDATE charges SET invoice_id = ? WHERE invoice_id = ?', [invoiceId, id]);
  }

  /** The drafts that an agent set aside leave the run with what they charge and give back. */
  async leaveAside(run: BillingRunRow): Promise<void> {
    const aside = await this.database.rows<{ family_id: number }>(
      'SELECT family_id FROM billing_set_asides WHERE billing_run_id = ? ORDER BY family_id',
      [run.id],
    );
    for (const { family_id } of aside) {
      const keys = [run.id, family_id];
      await this.database.change(
        `DELETE FROM credit_note_lines WHERE credit_note_id IN (
           SELECT n.id FROM credit_notes n WHERE n.billing_run_id = ? AND n.family_id = ?)`,
        keys,
      );
      await this.database.change('DELETE FROM credit_notes WHERE billing_run_id = ? AND family_id = ?', keys);
      await this.database.change('DELETE FROM charges WHERE billing_run_id = ? AND family_id = ?', keys);
      await this.release('d.billing_run_id = ? AND d.family_id = ?', keys);
      await this.database.change(
        "UPDATE invoices SET state = 'SET_ASIDE', total_cents = 0 WHERE billing_run_id = ? AND family_id = ?",
        keys,
      );
    }
  }

  /** What some drafts had asked for is carried over still. Derived, as the server does not update what it reads. */
  private async release(drafts: string, keys: readonly number[]): Promise<void> {
    await this.database.change(
      `UPDATE invoices SET carried_to_id = NULL WHERE id IN (
         SELECT x.id FROM (SELECT c.id FROM invoices c JOIN invoices d ON d.id = c.carried_to_id WHERE ${drafts}) x)`,
      keys,
    );
  }

  /** Throws away some of the drafts of a run; false once nothing is left. */
  async clearSome(run: BillingRunRow): Promise<boolean> {
    await this.release('d.billing_run_id = ?', [run.id]);
    for (const table of ['credit_note_lines', 'credit_notes', 'charges', 'billing_anomalies', 'invoices']) {
      const rows = await this.database.rows<{ id: number }>(
        `SELECT id FROM ${table} WHERE billing_run_id = ? ORDER BY id LIMIT ${DELETED_AT_ONCE}`,
        [run.id],
      );
      const last = rows.at(-1);
      if (!last) continue;
      await this.database.change(`DELETE FROM ${table} WHERE billing_run_id = ? AND id <= ?`, [run.id, last.id]);
      return true;
    }
    return false;
  }

  private async creditNotesOf(run: BillingRunRow): Promise<Map<number, number>> {
    const rows = await this.database.rows<{ id: number; invoice_id: number }>(
      'SELECT id, invoice_id FROM credit_notes WHERE billing_run_id = ?',
      [run.id],
    );
    return new Map(rows.map(({ id, invoice_id }) => [Number(invoice_id), Number(id)]));
  }

  private async find(run: BillingRunRow, familyIds: readonly number[]): Promise<Map<number, number>> {
    const found = new Map<number, number>();
    for (const ids of chunksOf(familyIds)) {
      const rows = await this.database.rows<{ id: number; family_id: number }>(
        `SELECT id, family_id FROM invoices WHERE billing_run_id = ? AND family_id IN (${ids.map(() => '?').join(', ')})`,
        [run.id, ...ids],
      );
      for (const { id, family_id } of rows) found.set(Number(family_id), Number(id));
    }
    return found;
  }

  /** Rows by the hundred in one statement: an insert for each would take a large commune minutes. */
  private async insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly unknown[])[],
  ): Promise<void> {
    const marks = `(${columns.map(() => '?').join(', ')})`;
    for (const some of chunksOf(rows, ROWS_AT_ONCE)) {
      await this.database.change(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${some.map(() => marks).join(', ')}`,
        some.flat(),
      );
    }
  }
}
