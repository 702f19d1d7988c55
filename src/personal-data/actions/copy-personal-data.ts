import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Throttle, type ThrottleRule } from '../../platform/http/throttle.js';
import { shownRow } from '../rules/shown-row.js';
import { SECTIONS } from '../sections/index.js';
import type { Section } from '../sections/section.js';

/** A copy is some thousand rows: enough for a person, too few to weigh on the service. */
const COPIES_OF_A_PARENT: ThrottleRule = { name: 'personal-data.copies', limit: 5, window: { hours: 24 } };

const ROWS_AT_ONCE = 1000;

export interface Guardian {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly accountId: number;
}

/** All that is held about a guardian and their foyer (RGPD, articles 15 and 20): nothing of the other guardian. */
@Injectable()
export class CopyPersonalData {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly audit: Audit,
  ) {}

  /** Counts and traces the copy, then answers its text, which comes as it is read. Throws TOO_MANY_REQUESTS. */
  async run(guardian: Guardian): Promise<AsyncGenerator<string>> {
    const { collectiviteId, familyId, accountId } = guardian;
    await this.throttle.count(COPIES_OF_A_PARENT, String(accountId));
    const subject = `family:${familyId}`;
    await this.database.unit(() =>
      this.audit.record({ collectiviteId, accountId, action: 'personal-data.copied', subject }),
    );
    return this.text(guardian);
  }

  private async *text(guardian: Guardian): AsyncGenerator<string> {
    yield `{\n"copiedAt": ${JSON.stringify(this.clock.now().toString())}`;
    for (const section of SECTIONS) {
      yield `,\n${JSON.stringify(section.name)}: [`;
      let first = true;
      for await (const row of this.rows(section, guardian)) {
        yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
        first = false;
      }
      yield ']';
    }
    yield '\n}\n';
  }

  /** A thousand at a time, each in a read of its own: the service goes on meanwhile, and memory stays flat. */
  private async *rows({ columns, from, where, key, ...shapes }: Section, guardian: Guardian): AsyncGenerator<object> {
    const [condition, parameters] = bound(where, guardian);
    const sql = `SELECT ${key} AS row_key, ${columns} FROM ${from} WHERE ${condition} AND ${key} > ? ORDER BY ${key} LIMIT ${ROWS_AT_ONCE}`;
    for (let after = 0; ;) {
      const rows = await this.database.read(() =>
        this.database.rows<Record<string, unknown>>(sql, [...parameters, after]),
      );
      for (const { row_key: rowKey, ...row } of rows) {
        after = Number(rowKey);
        yield shownRow(row, shapes);
      }
      if (rows.length < ROWS_AT_ONCE) return;
    }
  }
}

/** The condition with `?` for each name, and what they stand for. */
function bound(where: string, { collectiviteId, familyId, accountId }: Guardian): [string, number[]] {
  const values: Record<string, number> = { collectivite: collectiviteId, family: familyId, account: accountId };
  const parameters = [...where.matchAll(/:([a-z]+)/g)].map(([, name]) => values[name!]!);
  return [where.replace(/:[a-z]+/g, '?'), parameters];
}
