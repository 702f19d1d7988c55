import { Injectable } from '@nestjs/common';
import { FindChildren } from '../../../families/index.js';
import { Database } from '../../../platform/database/database.js';
import { FindPrestations } from '../../../prestations/index.js';
import { ChargeRow } from '../../data/charge.entity.js';
import type { Creditable } from '../../rules/credit-lines.js';

/** A charge of an invoice in the words of the invoice. */
export interface CreditableCharge extends Creditable {
  readonly row: ChargeRow;
  readonly childName: string;
  readonly prestation: string;
}

/** The charges of an invoice with what remains of each. */
@Injectable()
export class FindCreditable {
  constructor(
    private readonly database: Database,
    private readonly findChildren: FindChildren,
    private readonly findPrestations: FindPrestations,
  ) {}

  /** By child, date and prestation. */
  ofInvoice(collectiviteId: number, invoiceId: number): Promise<CreditableCharge[]> {
    return this.database.read(async () => {
      const rows = await this.database.repository(ChargeRow).find({
        where: { collectiviteId, invoiceId },
        order: { childId: 'ASC', date: 'ASC', prestationId: 'ASC', id: 'ASC' },
      });
      const children = await this.findChildren.run(collectiviteId, new Set(rows.map(({ childId }) => childId)));
      const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
      const names = new Map(prestations.map(({ id, name }) => [id, name]));
      return rows.map((row) => {
        const { firstName, lastName } = children.get(row.childId)!;
        return {
          row,
          chargeId: row.id,
          cents: row.amountCents,
          creditedCents: row.creditedCents,
          childName: `${firstName} ${lastName}`,
          prestation: names.get(row.prestationId)!,
        };
      });
    });
  }
}
