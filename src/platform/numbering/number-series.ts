import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/**
 * Unbroken chronological numbers for each collectivité, series and year. The row stays locked until the unit that
 * took the number ends, so a rollback gives the number back and nobody can take the next one before.
 */
@Injectable()
export class NumberSeries {
  constructor(private readonly database: Database) {}

  /** The next number of a series, starting at 1. Only inside a unit; as late in it as possible. */
  next(collectiviteId: number, series: string, year: number): Promise<number> {
    return this.take(collectiviteId, series, year, 1);
  }

  /** The first of `count` numbers that follow each other, for what is numbered in one go. */
  async take(collectiviteId: number, series: string, year: number, count: number): Promise<number> {
    if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`${count} numbers cannot be taken`);
    return (await this.moved(collectiviteId, series, year, count)) - count + 1;
  }

  /** The last number given, 0 when there is none; nobody takes the next one until the unit ends. */
  hold(collectiviteId: number, series: string, year: number): Promise<number> {
    return this.moved(collectiviteId, series, year, 0);
  }

  private async moved(collectiviteId: number, series: string, year: number, by: number): Promise<number> {
    const columns = ['collectivite_id', 'series', 'year', 'last_number'];
    const sql = this.database.dialect.upsert(
      'number_series',
      columns,
      ['collectivite_id', 'series', 'year'],
      `last_number = number_series.last_number + ${by}`,
    );
    await this.database.change(sql, [collectiviteId, series, year, by]);
    const [row] = await this.database.rows<{ last_number: number }>(
      'SELECT last_number FROM number_series WHERE collectivite_id = ? AND series = ? AND year = ?',
      [collectiviteId, series, year],
    );
    return Number(row!.last_number);
  }
}
