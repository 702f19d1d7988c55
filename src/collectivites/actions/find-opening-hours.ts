import { Injectable } from '@nestjs/common';
import { WEEKDAYS } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { OpeningHourRow } from '../data/opening-hour.entity.js';

@Injectable()
export class FindOpeningHours {
  constructor(private readonly database: Database) {}

  /** From Monday to Sunday, each day in the order of the clock. */
  async run(collectiviteId: number): Promise<OpeningHourRow[]> {
    const rows = await this.database.read(() =>
      this.database.repository(OpeningHourRow).find({ where: { collectiviteId }, order: { opensAt: 'ASC' } }),
    );
    return rows.sort((a, b) => WEEKDAYS.indexOf(a.weekday) - WEEKDAYS.indexOf(b.weekday));
  }
}
