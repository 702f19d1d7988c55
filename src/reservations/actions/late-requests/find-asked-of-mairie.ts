import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { chunksOf } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import type { BasketOwner } from '../../data/basket-store.js';
import { LateRequestRow } from '../../data/late-request.entity.js';
import type { AskedOfMairie } from '../../rules/cell.js';
import { keyOf } from '../basket/add-to-basket.js';

interface PlacesShown {
  readonly childIds: readonly number[];
  readonly sessionIds: readonly number[];
}

/**
 * Of the places that are shown, those that a family asked of the mairie past a deadline and does not have: by place, the
 * last time each. They are sought by session and child, which have an index: what was asked in other weeks is not read.
 */
@Injectable()
export class FindAskedOfMairie {
  constructor(private readonly database: Database) {}

  run(
    { collectiviteId, familyId }: BasketOwner,
    { childIds, sessionIds }: PlacesShown,
  ): Promise<ReadonlyMap<string, AskedOfMairie>> {
    return this.database.read(async () => {
      const asked = new Map<string, AskedOfMairie>();
      for (const ids of childIds.length === 0 ? [] : chunksOf(sessionIds)) {
        const rows = await this.database.repository(LateRequestRow).find({
          where: { sessionId: In(ids), childId: In(childIds), operation: 'ADD', collectiviteId, familyId },
          order: { id: 'ASC' },
        });
        const last = new Map(rows.map((row) => [keyOf(row), row]));
        for (const [key, { state, answer }] of last)
          if (state === 'PENDING' || state === 'REFUSED') asked.set(key, { state, answer });
      }
      return asked;
    });
  }
}
