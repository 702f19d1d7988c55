import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { USUAL_NATURES, type WriteOffKind } from '../rules/write-off.js';
import { WriteOffNatureRow } from './write-off-nature.entity.js';

/** On which nature a collectivité has each kind of debts that it gives up. */
@Injectable()
export class WriteOffNatures {
  constructor(private readonly database: Database) {}

  async of(collectiviteId: number): Promise<Record<WriteOffKind, string>> {
    const rows = await this.database.read(() => this.database.repository(WriteOffNatureRow).findBy({ collectiviteId }));
    return { ...USUAL_NATURES, ...Object.fromEntries(rows.map(({ kind, nature }) => [kind, nature])) };
  }
}
