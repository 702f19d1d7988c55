import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { FindChildren, FindFamilies } from '../../../families/index.js';
import type { Cents } from '../../../kernel/money.js';
import { Database } from '../../../platform/database/database.js';
import { FindPrestations } from '../../../prestations/index.js';
import { BillingAnomalyRow } from '../../data/billing-anomaly.entity.js';
import { BillingSetAsideRow } from '../../data/billing-set-aside.entity.js';
import { BillingRunRow } from '../../data/billing-run.entity.js';
import { CreditNoteStore } from '../../data/credit-note-store.js';
import { CreditNoteRow } from '../../data/credit-note.entity.js';
import { InvoiceRow } from '../../data/invoice.entity.js';
import type { AnomalyKind } from '../../rules/anomaly.js';
import { FindCreditable } from '../credit-notes/find-creditable.js';
import { Runs } from './runs.js';

/** A run with what its drafts or invoices add up to. */
export interface RunWithTotals {
  readonly run: BillingRunRow;
  readonly totalCents: Cents;
  /** Invoices with something to pay, issued or not. */
  readonly invoices: number;
  /** Of these, those that have their number. */
  readonly issued: number;
  /** What it gives back of earlier invoices. */
  readonly creditNotes: number;
  readonly creditedCents: Cents;
  readonly anomalies: readonly { readonly kind: AnomalyKind; readonly count: number }[];
}

export interface PlacedAnomaly {
  readonly anomaly: BillingAnomalyRow;
  readonly family: string | null;
  /** Null, with the child, for what is of a family's whole draft. */
  readonly prestation: string | null;
  readonly child: string | null;
}

export interface AnomalyFilter {
  readonly kind?: AnomalyKind;
  readonly familyId?: number;
}

export interface CreditNoteOfRun {
  readonly note: CreditNoteRow;
  readonly invoiceNumber: string;
  readonly family: string;
  readonly lines: {
    readonly child: string;
    readonly label: string;
    readonly billedCents: Cents;
    readonly cents: Cents;
  }[];
}

export interface InvoiceOfRun {
  readonly invoice: InvoiceRow;
  readonly family: string;
  /** Why an agent set it aside; null for the others. */
  readonly setAside: string | null;
}

interface From {
  readonly after: number;
  /** One more row than a page, to know whether another follows. */
  readonly take: number;
}

/** What an agent reads of the runs: totals, anomalies, invoices. */
@Injectable()
export class ReadRuns {
  constructor(
    private readonly database: Database,
    private readonly runs: Runs,
    private readonly findFamilies: FindFamilies,
    private readonly findChildren: FindChildren,
    private readonly findPrestations: FindPrestations,
    private readonly findCreditable: FindCreditable,
    private readonly store: CreditNoteStore,
  ) {}

  one(collectiviteId: number, runId: number): Promise<RunWithTotals> {
    return this.database.read(async () => {
      const run = await this.runs.find(collectiviteId, runId);
      const [sums] = await this.database.rows<{
        total: number | string | null;
        due: number | string;
        issued: number | string | null;
      }>(
        `SELECT SUM(total_cents) AS total, COUNT(CASE WHEN total_cents > 0 THEN 1 END) AS due,
           COUNT(CASE WHEN state = 'ISSUED' THEN 1 END) AS issued
         FROM invoices WHERE billing_run_id = ?`,
        [runId],
      );
      const [credits] = await this.database.rows<{ total: number | string | null; notes: number | string }>(
        'SELECT SUM(total_cents) AS total, COUNT(*) AS notes FROM credit_notes WHERE billing_run_id = ?',
        [runId],
      );
      const anomalies = await this.database.rows<{ kind: AnomalyKind; count: number | string }>(
        'SELECT kind, COUNT(*) AS count FROM billing_anomalies WHERE billing_run_id = ? GROUP BY kind ORDER BY kind',
        [runId],
      );
      return {
        run,
        totalCents: Number(sums!.total ?? 0),
        invoices: Number(sums!.due),
        issued: Number(sums!.issued ?? 0),
        creditNotes: Number(credits!.notes),
        creditedCents: Number(credits!.total ?? 0),
        anomalies: anomalies.map(({ kind, count }) => ({ kind, count: Number(count) })),
      };
    });
  }

  /** The latest first. `after` is the id of the last one read, 0 to begin. */
  list(collectiviteId: number, { after, take }: From): Promise<BillingRunRow[]> {
    return this.database.read(() => {
      const query = this.database
        .repository(BillingRunRow)
        .createQueryBuilder('run')
        .where("run.collectiviteId = :collectiviteId AND run.kind <> 'BOOKING'", { collectiviteId });
      if (after > 0) query.andWhere('run.id < :after', { after });
      return query.orderBy('run.id', 'DESC').limit(take).getMany();
    });
  }

  anomalies(
    collectiviteId: number,
    runId: number,
    { kind, familyId }: AnomalyFilter,
    { after, take }: From,
  ): Promise<PlacedAnomaly[]> {
    return this.database.read(async () => {
      await this.runs.find(collectiviteId, runId);
      const query = this.database
        .repository(BillingAnomalyRow)
        .createQueryBuilder('anomaly')
        .where('anomaly.billingRunId = :runId AND anomaly.id > :after', { runId, after });
      if (kind !== undefined) query.andWhere('anomaly.kind = :kind', { kind });
      if (familyId !== undefined) query.andWhere('anomaly.familyId = :familyId', { familyId });
      const rows = await query.orderBy('anomaly.id').limit(take).getMany();
      const children = await this.findChildren.run(
        collectiviteId,
        rows.flatMap(({ childId }) => childId ?? []),
      );
      const families = await this.findFamilies.run(
        collectiviteId,
        rows.flatMap((row) => row.familyId ?? []),
      );
      const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
      const names = new Map(prestations.map(({ id, name }) => [id, name]));
      return rows.map((anomaly) => {
        const child = anomaly.childId === null ? null : children.get(anomaly.childId)!;
        return {
          anomaly,
          family: anomaly.familyId === null ? null : families.get(anomaly.familyId)!.name,
          prestation: anomaly.prestationId === null ? null : names.get(anomaly.prestationId)!,
          child: child && `${child.firstName} ${child.lastName}`,
        };
      });
    });
  }

  creditNotes(collectiviteId: number, runId: number, { after, take }: From): Promise<CreditNoteOfRun[]> {
    return this.database.read(async () => {
      await this.runs.find(collectiviteId, runId);
      const notes = await this.database.repository(CreditNoteRow).find({
        where: { billingRunId: runId, id: MoreThan(after) },
        order: { id: 'ASC' },
        take,
      });
      const families = await this.findFamilies.run(
        collectiviteId,
        notes.map(({ familyId }) => familyId),
      );
      const shown: CreditNoteOfRun[] = [];
      for (const note of notes) {
        const invoice = await this.database.repository(InvoiceRow).findOneByOrFail({ id: note.invoiceId });
        const charges = new Map(
          (await this.findCreditable.ofInvoice(collectiviteId, invoice.id)).map((charge) => [charge.chargeId, charge]),
        );
        const lines = (await this.store.linesOf(note.id)).map(({ chargeId, cents }) => {
          const { row, childName } = charges.get(chargeId)!;
          return { child: childName, label: row.label, billedCents: row.amountCents, cents };
        });
        shown.push({
          ...{ note, lines, invoiceNumber: invoice.snapshot!.number, family: families.get(note.familyId)!.name },
        });
      }
      return shown;
    });
  }

  invoices(collectiviteId: number, runId: number, { after, take }: From): Promise<InvoiceOfRun[]> {
    return this.database.read(async () => {
      await this.runs.find(collectiviteId, runId);
      const rows = await this.database
        .repository(InvoiceRow)
        .createQueryBuilder('invoice')
        .where('invoice.billingRunId = :runId AND invoice.id > :after', { runId, after })
        .orderBy('invoice.id')
        .limit(take)
        .getMany();
      const families = await this.findFamilies.run(
        collectiviteId,
        rows.map(({ familyId }) => familyId),
      );
      const aside = await this.database.repository(BillingSetAsideRow).findBy({ billingRunId: runId });
      const reasons = new Map(aside.map(({ familyId, reason }) => [familyId, reason]));
      return rows.map((invoice) => {
        const { familyId } = invoice;
        return { invoice, family: families.get(familyId)!.name, setAside: reasons.get(familyId) ?? null };
      });
    });
  }
}
