import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FindChildren } from '../../../families/index.js';
import { chunksOf, groupedBy } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import { FindPrestations, type PrestationRow } from '../../../prestations/index.js';
import { ChargeRow } from '../../data/charge.entity.js';
import type { ChargeToShow } from '../../rules/invoice-lines.js';

export interface ChargesOfInvoices {
  /** By invoice. */
  readonly charges: ReadonlyMap<number, readonly ChargeToShow[]>;
  readonly prestations: ReadonlyMap<number, PrestationRow>;
}

/** The charges of some invoices, with the names that children and prestations have today. */
@Injectable()
export class ReadCharges {
  constructor(
    private readonly database: Database,
    private readonly findChildren: FindChildren,
    private readonly findPrestations: FindPrestations,
  ) {}

  run(collectiviteId: number, invoiceIds: readonly number[]): Promise<ChargesOfInvoices> {
    return this.database.read(async () => {
      const { targets, runs } = await this.carried(invoiceIds);
      const rows: ChargeRow[] = [];
      for (const ids of chunksOf([...invoiceIds, ...targets.keys()]))
        rows.push(
          ...(await this.database.repository(ChargeRow).find({
            where: { collectiviteId, invoiceId: In(ids) },
            order: { id: 'ASC' },
          })),
        );
      const children = await this.findChildren.run(collectiviteId, new Set(rows.map(({ childId }) => childId)));
      const found = await this.findPrestations.run(collectiviteId, { archived: true });
      const prestations = new Map(found.map((row) => [row.id, row]));
      const shown = groupedBy(rows, ({ invoiceId }) => targets.get(invoiceId) ?? invoiceId);
      const charges = [...shown].map(([invoiceId, ofInvoice]) => {
        const named = ofInvoice.map((row): ChargeToShow => {
          const { firstName, lastName } = children.get(row.childId)!;
          const charge = shownCharge(row, `${firstName} ${lastName}`, prestations.get(row.prestationId)!);
          return row.billingRunId === runs.get(invoiceId) ? charge : { ...charge, carried: true };
        });
        return [invoiceId, named] as const;
      });
      return { charges: new Map(charges), prestations };
    });
  }

  /** What these invoices ask for besides their own charges: by carried invoice, which of them; and the run of each. */
  private async carried(invoiceIds: readonly number[]) {
    const targets = new Map<number, number>();
    const runs = new Map<number, number>();
    for (const ids of chunksOf(invoiceIds)) {
      const marks = ids.map(() => '?').join(', ');
      const rows = await this.database.rows<{ id: number; carried_to_id: number | null; billing_run_id: number }>(
        `SELECT id, carried_to_id, billing_run_id FROM invoices WHERE id IN (${marks}) OR carried_to_id IN (${marks})`,
        [...ids, ...ids],
      );
      for (const { id, carried_to_id, billing_run_id } of rows) {
        runs.set(id, billing_run_id);
        if (carried_to_id !== null && ids.includes(carried_to_id)) targets.set(id, carried_to_id);
      }
    }
    return { targets, runs };
  }
}

function shownCharge(row: ChargeRow, childName: string, { name, kind }: PrestationRow): ChargeToShow {
  const { childId, prestationId, date, event, amountCents, careCents, label, explanation } = row;
  const { reason, steps, absence, before } = explanation;
  return {
    childId,
    childName,
    prestationId,
    prestation: name,
    kind,
    date,
    event,
    cents: amountCents,
    careCents,
    label,
    reason,
    steps,
    ...(absence === undefined ? {} : { absence }),
    ...(before === undefined ? {} : { before }),
  };
}
