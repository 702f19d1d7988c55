import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
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

interface Names extends Guardian {
  readonly today: Temporal.PlainDate;
}

/**
 * All that is held about a guardian and their foyer (RGPD, articles 15 and 20): nothing of the other guardian, nor of what
 * a child became after the foyer no longer has the child.
 */
@Injectable()
export class CopyPersonalData {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  /** Counts and traces the copy, then answers its text, which comes as it is read. Throws TOO_MANY_REQUESTS. */
  async run(guardian: Guardian): Promise<AsyncGenerator<string>> {
    const { collectiviteId, familyId, accountId } = guardian;
    await this.throttle.count(COPIES_OF_A_PARENT, String(accountId));
    const subject = `family:${familyId}`;
    await this.database.unit(() =>
      this.audit.record({ collectiviteId, accountId, action: 'personal-data.copied', subject }),
    );
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    return this.text(guardian, dateIn(timeZone, this.clock.now()));
  }

  private async *text(guardian: Guardian, today: Temporal.PlainDate): AsyncGenerator<string> {
    yield `{\n"copiedAt": ${JSON.stringify(this.clock.now().toString())}`;
    for (const section of SECTIONS) {
      yield `,\n${JSON.stringify(section.name)}: [`;
      let first = true;
      for await (const row of this.rows(section, { ...guardian, today })) {
        yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
        first = false;
      }
      yield ']';
    }
    yield '\n}\n';
  }

  /** A thousand at a time, each in a read of its own: the service goes on meanwhile, and memory stays flat. */
  private async *rows({ columns, from, where, key, ...shapes }: Section, names: Names): AsyncGenerator<object> {
    const [tables, parameters] = bound(`FROM ${from} WHERE ${where}`, names);
    const sql = `SELECT ${key} AS row_key, ${columns} ${tables} AND ${key} > ? ORDER BY ${key} LIMIT ${ROWS_AT_ONCE}`;
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

/** The text with `?` for each name, and what they stand for. */
function bound(text: string, { collectiviteId, familyId, accountId, today }: Names): [string, (string | number)[]] {
  const values: Record<string, string | number> = {
    ...{ collectivite: collectiviteId, family: familyId, account: accountId, today: today.toString() },
  };
  const parameters = [...text.matchAll(/:([a-z]+)/g)].map(([, name]) => values[name!]!);
  return [text.replace(/:[a-z]+/g, '?'), parameters];
}
