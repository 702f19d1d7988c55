import { Injectable } from '@nestjs/common';
import { collectivitesProblems, FindCollectivite, FindSites } from '../../collectivites/index.js';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { typeset } from '../../kernel/french.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { ClosureRow } from '../data/closure.entity.js';
import { type ClosureToldOf, closureDeclared } from '../events.js';
import { calendarProblems } from '../problems.js';
import { isSpanOf, mayTouchClosure } from '../rules/closure-span.js';

const LONGEST = 366;

export interface NewClosure {
  /** Null: every site. */
  readonly siteId: number | null;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly reason: string;
}

export interface ClosureAuthor {
  /** Null: the service itself. */
  readonly accountId: number | null;
  readonly isAdministrator: boolean;
}

@Injectable()
export class DeclareClosure {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSites: FindSites,
  ) {}

  /** Answers the row. Throws DATES_NOT_IN_ORDER, CLOSURE_IN_THE_PAST, SITE_ARCHIVED, NOT_FOUND. */
  async run(collectiviteId: number, closure: NewClosure, by: ClosureAuthor): Promise<ClosureRow> {
    const { siteId, from, to, reason } = closure;
    if (!isSpanOf(closure, LONGEST))
      throw calendarProblems.DATES_NOT_IN_ORDER(
        'Une fermeture va d’une date à la même ou à une suivante, sur un an au plus.',
        { errors: [{ field: 'to', message: 'la fin vient avant le début, ou plus d’un an après.' }] },
      );
    const now = this.clock.now();
    return this.database.unit(async () => {
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      if (!mayTouchClosure(from, dateIn(timeZone, now), by.isAdministrator)) throw tooLate();
      if (siteId !== null && (await this.findSites.one(collectiviteId, siteId)).archived)
        throw collectivitesProblems.SITE_ARCHIVED('Ce site est archivé : sortez-le des archives pour y planifier.');
      const row = {
        collectiviteId,
        siteId,
        fromDate: from,
        toDate: to,
        reason,
        createdBy: by.accountId,
        createdAt: now,
      };
      const id = await this.database.insert(ClosureRow, row);
      await this.outbox.emit(closureDeclared, toldOf({ id, ...row }), { collectiviteId, key: `closure:${id}` });
      await this.audit.record({
        collectiviteId,
        accountId: by.accountId,
        action: 'closure.declared',
        subject: `closure:${id}`,
        detail: { siteId, from: String(from), to: String(to) },
      });
      return { id, ...row };
    });
  }
}

export function toldOf(row: ClosureRow): ClosureToldOf {
  const { collectiviteId, siteId, reason } = row;
  return { collectiviteId, closureId: row.id, siteId, from: String(row.fromDate), to: String(row.toDate), reason };
}

export function tooLate() {
  return calendarProblems.CLOSURE_IN_THE_PAST(
    typeset('Cette fermeture commence avant aujourd’hui : demandez à un administrateur de la mairie.'),
  );
}
