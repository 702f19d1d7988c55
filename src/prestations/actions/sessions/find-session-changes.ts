import { Injectable } from '@nestjs/common';
import { And, IsNull, LessThanOrEqual, MoreThan, MoreThanOrEqual } from 'typeorm';
import { DateOutsideCalendar } from '../../../calendar/index.js';
import { dateIn, type DateSpan, isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { DeadlineNotDefined } from '../../../reglement/index.js';
import { PolicyExceptionRow } from '../../data/policy-exception.entity.js';
import type { PrestationRow } from '../../data/prestation.entity.js';
import { SessionRow } from '../../data/session.entity.js';
import { mergedPolicy } from '../../rules/policy-exceptions.js';
import { changeOf, type SessionChange } from '../../rules/session-changes.js';
import { type LoadedRules, LoadSessionRules } from './load-session-rules.js';
import { type RuledDay, sessionRules } from '../../rules/session-rules.js';

export interface SessionChanges {
  /** By date. */
  readonly changes: readonly SessionChange[];
  /** Open sessions on days for which the règlement of now says nothing: they stay as they are. */
  readonly unruled: readonly Temporal.PlainDate[];
}

/**
 * Which sessions of a prestation the rules of now would plan otherwise, among those that are still open: from today
 * on, not called off, not billed, whose list has not left for the kitchen, by the clock either.
 */
@Injectable()
export class FindSessionChanges {
  constructor(
    private readonly database: Database,
    private readonly loadSessionRules: LoadSessionRules,
  ) {}

  run(prestation: PrestationRow, now: Temporal.Instant, within?: DateSpan): Promise<SessionChanges> {
    return this.database.read(async () => {
      const known = await this.loadSessionRules.run(prestation);
      const sessions = await this.openSessions(prestation, { now, today: dateIn(known.zone, now) }, within);
      const exceptions = await this.exceptionsOf(prestation.collectiviteId, sessions);
      const ruleOn = sessionRules(known.prestation, known);
      const unruled: Temporal.PlainDate[] = [];
      const changes = sessions.flatMap((session) => {
        const ruled = ruledOrNull(ruleOn, session.date);
        if (!ruled) unruled.push(session.date);
        return (ruled && changeOf(session, keptPolicy(session, known, exceptions), ruled)) ?? [];
      });
      return { changes, unruled };
    });
  }

  private openSessions(
    { collectiviteId, id: prestationId }: PrestationRow,
    { now, today }: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
    within: DateSpan = { from: today, to: null },
  ): Promise<SessionRow[]> {
    const from = MoreThanOrEqual(isBefore(within.from, today) ? today : within.from);
    return this.database.repository(SessionRow).find({
      where: {
        collectiviteId,
        prestationId,
        date: within.to === null ? from : And(from, LessThanOrEqual(within.to)),
        ordersAt: MoreThan(now),
        frozenAt: IsNull(),
        calledOffAt: IsNull(),
        billedAt: IsNull(),
      },
      order: { date: 'ASC' },
    });
  }

  /** Those that rule some of the sessions, removed ones too. */
  private async exceptionsOf(
    collectiviteId: number,
    sessions: readonly SessionRow[],
  ): Promise<ReadonlyMap<number, PolicyExceptionRow>> {
    if (sessions.every(({ policyExceptionId }) => policyExceptionId === null)) return new Map();
    const rows = await this.database.repository(PolicyExceptionRow).findBy({ collectiviteId });
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function keptPolicy(
  { bookingPolicyId, policyExceptionId }: SessionRow,
  { policies }: LoadedRules,
  exceptions: ReadonlyMap<number, PolicyExceptionRow>,
) {
  const version = policies.find(({ id }) => id === bookingPolicyId);
  const exception = policyExceptionId === null ? null : (exceptions.get(policyExceptionId) ?? null);
  return version ? mergedPolicy(version.policy, exception) : null;
}

function ruledOrNull(ruleOn: (date: Temporal.PlainDate) => RuledDay | null, date: Temporal.PlainDate): RuledDay | null {
  try {
    return ruleOn(date);
  } catch (error) {
    if (error instanceof DateOutsideCalendar || error instanceof DeadlineNotDefined) return null;
    throw error;
  }
}
