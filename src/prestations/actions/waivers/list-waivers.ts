import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { FamilyWaiverRow } from '../../data/family-waiver.entity.js';

/** The waivers that a family has or had, newest first. */
@Injectable()
export class ListWaivers {
  constructor(private readonly database: Database) {}

  run(collectiviteId: number, familyId: number): Promise<FamilyWaiverRow[]> {
    return this.database.read(() =>
      this.database
        .repository(FamilyWaiverRow)
        .find({ where: { collectiviteId, familyId }, order: { fromDate: 'DESC', id: 'DESC' } }),
    );
  }
}
