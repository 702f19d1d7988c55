import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { BasketOwner } from '../../data/basket-store.js';
import { LateRequestRow } from '../../data/late-request.entity.js';
import type { AskedOfMairie } from '../../rules/cell.js';
import { keyOf } from '../basket/add-to-basket.js';

/** The places that a family asked of the mairie past a deadline and does not have: by place, the last time each. */
@Injectable()
export class FindAskedOfMairie {
  constructor(private readonly database: Database) {}

  run({ collectiviteId, familyId }: BasketOwner): Promise<ReadonlyMap<string, AskedOfMairie>> {
    return this.database.read(async () => {
      const rows = await this.database
        .repository(LateRequestRow)
        .find({ where: { collectiviteId, familyId, operation: 'ADD' }, order: { id: 'ASC' } });
      const last = new Map(rows.map((row) => [keyOf(row), row]));
      const asked = new Map<string, AskedOfMairie>();
      for (const [key, { state, answer }] of last)
        if (state === 'PENDING' || state === 'REFUSED') asked.set(key, { state, answer });
      return asked;
    });
  }
}
