import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Caller, Role } from '../../identity/index.js';
import { rolesIn } from '../../identity/index.js';
import { Database } from '../../platform/database/database.js';
import { CollectiviteRow } from '../data/collectivite.entity.js';

@Injectable()
export class ListMyCollectivites {
  constructor(private readonly database: Database) {}

  /** Where an account has a role, by name. */
  async run(caller: Caller): Promise<{ collectivite: CollectiviteRow; roles: Role[] }[]> {
    const ids = [...new Set(caller.memberships.map(({ collectiviteId }) => collectiviteId))];
    if (ids.length === 0) return [];
    const rows = await this.database.read(() =>
      this.database.repository(CollectiviteRow).find({ where: { id: In(ids) }, order: { name: 'ASC', id: 'ASC' } }),
    );
    return rows.map((collectivite) => ({ collectivite, roles: rolesIn(caller, collectivite.id).sort() }));
  }
}
