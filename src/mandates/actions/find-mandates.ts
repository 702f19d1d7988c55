import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { MandateRow } from '../data/mandate.entity.js';

export interface MandateFilter {
  readonly familyId?: number | undefined;
  /** Only those in force. */
  readonly living?: boolean | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

/** Mandates as rows: what is sealed in them stays so. */
@Injectable()
export class FindMandates {
  constructor(private readonly database: Database) {}

  /** The last one first. */
  list(collectiviteId: number, { familyId, living, after, limit }: MandateFilter): Promise<MandateRow[]> {
    const where = {
      collectiviteId,
      ...(familyId ? { familyId } : {}),
      ...(living ? { living: 1 as const } : {}),
      ...(after ? { id: LessThan(after) } : {}),
    };
    return this.database.read(() =>
      this.database.repository(MandateRow).find({ where, order: { id: 'DESC' }, take: limit }),
    );
  }

  /** The one in force, or null. */
  ofFamily(collectiviteId: number, familyId: number): Promise<MandateRow | null> {
    return this.database.read(() =>
      this.database.repository(MandateRow).findOneBy({ collectiviteId, familyId, living: 1 }),
    );
  }

  /** Throws NOT_FOUND, for another family's too when one is given. */
  async one(collectiviteId: number, mandateId: number, familyId?: number): Promise<MandateRow> {
    const row = await this.database.read(() =>
      this.database
        .repository(MandateRow)
        .findOneBy({ collectiviteId, id: mandateId, ...(familyId === undefined ? {} : { familyId }) }),
    );
    if (!row) throw httpProblems.NOT_FOUND('Ce mandat n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }
}
