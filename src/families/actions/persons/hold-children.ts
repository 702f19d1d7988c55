import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { BarredPersonRow } from '../../data/barred-person.entity.js';
import { familiesProblems } from '../../problems.js';
import { isBarredOn } from '../../rules/person.js';
import { TodayIn } from '../today-in.js';

/** Who may fetch a child changes by one act after the other: a name and its bar that come at once see each other. */
@Injectable()
export class HoldChildren {
  constructor(
    private readonly database: Database,
    private readonly todayIn: TodayIn,
  ) {}

  /** Held until the end of the current unit. */
  async run(collectiviteId: number, childIds: readonly number[]): Promise<void> {
    for (const childId of [...childIds].sort((a, b) => a - b))
      await this.database.rows(
        `SELECT id FROM children WHERE collectivite_id = ? AND id = ?${this.database.dialect.forUpdate}`,
        [collectiviteId, childId],
      );
  }

  /** Throws PERSON_BARRED, without why: that is between the mairie and those whom the decision names. */
  async mustNotBeBarred(collectiviteId: number, childIds: readonly number[], nameKey: string): Promise<void> {
    const today = await this.todayIn.run(collectiviteId);
    const known = await this.database
      .repository(BarredPersonRow)
      .findBy({ collectiviteId, childId: In([...childIds]), nameKey });
    if (known.some((row) => isBarredOn(row, today)))
      throw familiesProblems.PERSON_BARRED(
        'La mairie ne peut pas autoriser cette personne. Appelez-la pour en parler.',
      );
  }
}
