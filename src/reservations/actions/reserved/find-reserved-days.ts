import { Injectable } from '@nestjs/common';
import { Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import type { ReservedDay } from '../../rules/exchanged-days.js';

/** The living reservations of children, whichever foyer made them: whose, their day and their foyer, no more. */
@Injectable()
export class FindReservedDays {
  constructor(private readonly database: Database) {}

  /** From a day on. */
  run(collectiviteId: number, childIds: ReadonlySet<number>, from: Temporal.PlainDate): Promise<ReservedDay[]> {
    if (childIds.size === 0) return Promise.resolve([]);
    return this.database.read(async () => {
      const rows = await this.database.rows<{ child_id: number; family_id: number; date: string }>(
        `SELECT r.child_id, r.family_id, s.date FROM reservations r JOIN sessions s ON s.id = r.session_id
         WHERE r.collectivite_id = ? AND r.active = 1 AND s.date >= ?
           AND r.child_id IN (${[...childIds].map(() => '?').join(', ')})`,
        [collectiviteId, from.toString(), ...childIds],
      );
      return rows.map(({ child_id, family_id, date }) => ({
        ...{ childId: Number(child_id), familyId: Number(family_id) },
        date: Temporal.PlainDate.from(date),
      }));
    });
  }
}
