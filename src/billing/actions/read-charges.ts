import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FindChildren } from '../../families/index.js';
import { chunksOf, groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { FindPrestations, type PrestationRow } from '../../prestations/index.js';
import { ChargeRow } from '../data/charge.entity.js';
import type { ChargeToShow } from '../rules/invoice-lines.js';

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
      const rows: ChargeRow[] = [];
      for (const ids of chunksOf(invoiceIds))
        rows.push(
          ...(await this.database.repository(ChargeRow).find({
            where: { collectiviteId, invoiceId: In(ids) },
            order: { id: 'ASC' },
          })),
        );
      const children = await this.findChildren.run(collectiviteId, new Set(rows.map(({ childId }) => childId)));
      const found = await this.findPrestations.run(collectiviteId, { archived: true });
      const prestations = new Map(found.map((row) => [row.id, row]));
      const shown = groupedBy(rows, ({ invoiceId }) => invoiceId);
      const charges = [...shown].map(([invoiceId, ofInvoice]) => {
        const named = ofInvoice.map((row): ChargeToShow => {
          const { firstName, lastName } = children.get(row.childId)!;
          return shownCharge(row, `${firstName} ${lastName}`, prestations.get(row.prestationId)!);
        });
        return [invoiceId, named] as const;
      });
      return { charges: new Map(charges), prestations };
    });
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
