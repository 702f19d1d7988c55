import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { longInstant, typeset } from '../../kernel/french.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type Allowance, Throttle, type ThrottleRule } from '../../platform/http/throttle.js';
import { HTML_END, htmlEmpty, htmlRow, htmlTop, sectionTop } from '../rules/html-copy.js';
import { shownRow } from '../rules/shown-row.js';
import { type Row, rowInFrench } from '../rules/words/row-in-french.js';
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

/** For machines, or to be read. */
export type CopyForm = 'json' | 'html';

interface Names extends Guardian {
  readonly today: Temporal.PlainDate;
}

interface Place {
  readonly name: string;
  readonly timeZone: string;
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

  /** How many copies may still be made, in either form, and when the next ones may; nothing is counted. */
  async allowance({ accountId }: Pick<Guardian, 'accountId'>): Promise<Allowance & { readonly limit: number }> {
    const allowance = await this.throttle.allowance(COPIES_OF_A_PARENT, String(accountId));
    return { ...allowance, limit: COPIES_OF_A_PARENT.limit };
  }

  /** Counts and traces the copy, then answers its text, which comes as it is read. Throws TOO_MANY_REQUESTS. */
  async run(guardian: Guardian, form: CopyForm): Promise<AsyncGenerator<string>> {
    const { collectiviteId, familyId, accountId } = guardian;
    const place = await this.findCollectivite.run(collectiviteId);
    const refusal = (again: Temporal.Instant) =>
      typeset(
        `Vous avez déjà demandé ${COPIES_OF_A_PARENT.limit} copies. La prochaine pourra l’être à partir du ${longInstant(again, place.timeZone)}.`,
      );
    await this.throttle.count({ ...COPIES_OF_A_PARENT, refusal }, String(accountId));
    const subject = `family:${familyId}`;
    await this.database.unit(() =>
      this.audit.record({ collectiviteId, accountId, action: 'personal-data.copied', subject }),
    );
    const names = { ...guardian, today: dateIn(place.timeZone, this.clock.now()) };
    return form === 'json' ? this.json(names) : this.html(names, place);
  }

  /** Each row as one reads it; those before tell the names that stand for ids in those after. */
  private async *html(names: Names, { name, timeZone }: Place): AsyncGenerator<string> {
    const reader = { timeZone, children: new Map<unknown, string>(), demandes: new Map<unknown, string>() };
    const copiedAt = longInstant(this.clock.now(), timeZone);
    yield htmlTop(
      { collectiviteName: name, copiedAt },
      SECTIONS.map((section) => section.name),
    );
    const empty: string[] = [];
    for (const section of SECTIONS) {
      let first = true;
      for await (const row of this.rows(section, names)) {
        const { childId, firstName, demandeId, reference } = row;
        if (typeof firstName === 'string' && section.tables.includes('children'))
          reader.children.set(childId, firstName);
        if (typeof reference === 'string' && section.tables.includes('demandes'))
          reader.demandes.set(demandeId, reference);
        yield `${first ? `${sectionTop(section.name)}<ul>\n` : ''}${htmlRow(rowInFrench(section.name, row, reader))}`;
        first = false;
      }
      if (first) empty.push(section.name);
      else yield '</ul>\n';
    }
    yield htmlEmpty(empty);
    yield HTML_END;
  }

  private async *json(names: Names): AsyncGenerator<string> {
    yield `{\n"copiedAt": ${JSON.stringify(this.clock.now().toString())}`;
    for (const section of SECTIONS) {
      yield `,\n${JSON.stringify(section.name)}: [`;
      let first = true;
      for await (const row of this.rows(section, names)) {
        yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
        first = false;
      }
      yield ']';
    }
    yield '\n}\n';
  }

  /** A thousand at a time, each in a read of its own: the service goes on meanwhile, and memory stays flat. */
  private async *rows({ columns, from, where, key, ...shapes }: Section, names: Names): AsyncGenerator<Row> {
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
