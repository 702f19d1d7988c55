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
  /** What is told past the limit, in French, with the instant from which one may try again; else how long to wait. */
  readonly refusal?: (again: Temporal.Instant) => string;
}

/** What may still be tried in the window that runs. */
export interface Allowance {
  readonly left: number;
  /** When the window ends; null while none runs. */
  readonly again: Temporal.Instant | null;
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
    const retryAfter = Math.max(1, Math.ceil((endOf(rule, row.started_at, now) - now.epochMilliseconds) / 1000));
    const told = rule.refusal?.(now.add({ seconds: retryAfter }));
    throw httpProblems.TOO_MANY_REQUESTS(told ?? `Trop de tentatives. Réessayez dans ${waitInWords(retryAfter)}.`, {
      retryAfter,
    });
  }

  /** Tells, and counts nothing, what `subject` may still try. */
  async allowance(rule: ThrottleRule, subject: string): Promise<Allowance> {
    const now = this.clock.now();
    const bucket = this.secrets.digest(`${rule.name} ${subject}`);
    const [row] = await this.database.read(() =>
      this.database.rows<{ started_at: number; tries: number }>(
        'SELECT started_at, tries FROM throttles WHERE bucket = ?',
        [bucket],
      ),
    );
    const end = row ? endOf(rule, row.started_at, now) : 0;
    if (!row || end <= now.epochMilliseconds) return { left: rule.limit, again: null };
    return { left: Math.max(0, rule.limit - row.tries), again: now.add({ milliseconds: end - now.epochMilliseconds }) };
  }

  /** Forgets the tries of `subject`, once it has shown who it is. */
  async forget(rule: ThrottleRule, subject: string): Promise<void> {
    const bucket = this.secrets.digest(`${rule.name} ${subject}`);
    await this.database.unit(() => this.database.change('DELETE FROM throttles WHERE bucket = ?', [bucket]));
  }
}

/** When a window that began then ends, in milliseconds since the epoch. */
function endOf({ window }: ThrottleRule, startedAt: number, now: Temporal.Instant): number {
  return Number(startedAt) + now.epochMilliseconds - now.subtract(window).epochMilliseconds;
}

/** « 12 minutes », « 22 heures »: never sooner than it is. */
function waitInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? counted(minutes, 'minute', 'minutes') : `${Math.ceil(minutes / 60)} heures`;
}
