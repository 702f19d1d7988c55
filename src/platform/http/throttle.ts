import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { counted } from '../../kernel/french.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { Secrets } from '../secrets/secrets.js';
import { httpProblems } from './problems.js';

export interface ThrottleRule {
  /** What is counted, e.g. `sign-in`. */
  readonly name: string;
  readonly limit: number;
  readonly window: Temporal.DurationLike;
}

/** Counts tries in fixed windows, in the database: the count holds across instances and restarts. */
@Injectable()
export class Throttle {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  /**
   * Counts one try for `subject` (an address, an account), of which only a digest is kept. Throws
   * TOO_MANY_REQUESTS (429) past the limit. It counts in a unit of its own, so a refusal is counted too.
   */
  async count(rule: ThrottleRule, subject: string): Promise<void> {
    const now = this.clock.now();
    const bucket = this.secrets.digest(`${rule.name} ${subject}`);
    const row = await this.database.unit(async () => {
      const reset = now.subtract(rule.window).epochMilliseconds;
      const sql = this.database.dialect.upsert(
        'throttles',
        ['bucket', 'started_at', 'tries'],
        ['bucket'],
        // `tries` first: MySQL assigns from left to right.
        `tries = CASE WHEN throttles.started_at <= ${reset} THEN 1 ELSE throttles.tries + 1 END, started_at = CASE WHEN throttles.started_at <= ${reset} THEN ${now.epochMilliseconds} ELSE throttles.started_at END`,
      );
      await this.database.change(sql, [bucket, now.epochMilliseconds, 1]);
      const [counted] = await this.database.rows<{ started_at: number; tries: number }>(
        'SELECT started_at, tries FROM throttles WHERE bucket = ?',
        [bucket],
      );
      return counted!;
    });
    if (row.tries <= rule.limit) return;
    const elapsed = now.epochMilliseconds - Number(row.started_at);
    const window = now.epochMilliseconds - now.subtract(rule.window).epochMilliseconds;
    const retryAfter = Math.max(1, Math.ceil((window - elapsed) / 1000));
    throw httpProblems.TOO_MANY_REQUESTS(`Trop de tentatives. Réessayez dans ${waitInWords(retryAfter)}.`, {
      retryAfter,
    });
  }

  /** Forgets the tries of `subject`, once it has shown who it is. */
  async forget(rule: ThrottleRule, subject: string): Promise<void> {
    const bucket = this.secrets.digest(`${rule.name} ${subject}`);
    await this.database.unit(() => this.database.change('DELETE FROM throttles WHERE bucket = ?', [bucket]));
  }
}

/** « 12 minutes », « 22 heures »: never sooner than it is. */
function waitInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? counted(minutes, 'minute', 'minutes') : `${Math.ceil(minutes / 60)} heures`;
}
