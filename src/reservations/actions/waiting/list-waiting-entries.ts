import { Injectable } from '@nestjs/common';
import { FindChildren } from '../../../families/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { FindPrestations, FindSessions, type SessionRow } from '../../../prestations/index.js';
import type { WaitingEntryRow } from '../../data/waiting-entry.entity.js';
import { type WaitingLines, WaitingStore } from '../../data/waiting-store.js';
import { stateByClock, type WaitingState } from '../../rules/waiting-list.js';
import { waitingEntryUnknown } from './leave-waiting-list.js';

export interface ShownWaitingEntry {
  readonly id: number;
  /** As of now, by the clock. */
  readonly state: WaitingState;
  readonly sessionId: number;
  readonly date: Temporal.PlainDate;
  readonly prestationId: number;
  readonly prestationName: string;
  readonly childId: number;
  readonly childName: string;
  readonly familyId: number;
  /** Among those still waiting, from 1; null when not waiting. */
  readonly rank: number | null;
  readonly joinedAt: Temporal.Instant;
  /** First instant at which the offer can no longer be accepted; null while there is none. */
  readonly expiresAt: Temporal.Instant | null;
  /** First instant at which nobody is offered a place any more. */
  readonly listClosesAt: Temporal.Instant;
}

/** Who waits for what: a family its own entries, the mairie a session's whole line. */
@Injectable()
export class ListWaitingEntries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly waiting: WaitingStore,
    private readonly findSessions: FindSessions,
    private readonly findPrestations: FindPrestations,
    private readonly findChildren: FindChildren,
  ) {}

  /** The entries of a family that are in line or offered a place, by day of service. */
  ofFamily(collectiviteId: number, familyId: number): Promise<ShownWaitingEntry[]> {
    return this.database.read(async () =>
      this.shown(collectiviteId, await this.waiting.ofFamily(collectiviteId, familyId)),
    );
  }

  /** One of a family's, ended ones too. Throws WAITING_ENTRY_UNKNOWN. */
  one(collectiviteId: number, familyId: number, entryId: number): Promise<ShownWaitingEntry> {
    return this.database.read(async () => {
      const entry = await this.waiting.one(collectiviteId, familyId, entryId);
      if (!entry) throw waitingEntryUnknown();
      return (await this.shown(collectiviteId, [entry]))[0]!;
    });
  }

  /** The line of a session in its order, those who are offered a place too. Throws NOT_FOUND. */
  ofSession(collectiviteId: number, sessionId: number): Promise<ShownWaitingEntry[]> {
    return this.database.read(async () => {
      if ((await this.findSessions.byIds(collectiviteId, [sessionId])).length === 0)
        throw httpProblems.NOT_FOUND('Cette séance n’existe pas, ou vous n’y avez pas accès.');
      const { entries } = await this.waiting.lines(collectiviteId, [sessionId]);
      return (await this.shown(collectiviteId, entries)).sort((a, b) => a.id - b.id);
    });
  }

  private async shown(collectiviteId: number, entries: readonly WaitingEntryRow[]): Promise<ShownWaitingEntry[]> {
    const now = this.clock.now();
    const sessionIds = [...new Set(entries.map(({ sessionId }) => sessionId))];
    const sessions = await this.findSessions.byIds(collectiviteId, sessionIds);
    const sessionOf = new Map(sessions.map((session) => [session.id, session]));
    const lines = await this.waiting.lines(collectiviteId, sessionIds);
    const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
    const prestationName = new Map(prestations.map(({ id, name }) => [id, name]));
    const children = await this.findChildren.run(
      collectiviteId,
      entries.map(({ childId }) => childId),
    );
    return entries
      .map((entry) => {
        const session = sessionOf.get(entry.sessionId)!;
        const { firstName, lastName } = children.get(entry.childId)!;
        return {
          ...shaped(entry, session, lines, now),
          prestationName: prestationName.get(session.prestationId) ?? '',
          childName: `${firstName} ${lastName}`,
        };
      })
      .sort((a, b) => a.date.toString().localeCompare(b.date.toString()) || a.id - b.id);
  }
}

function shaped(entry: WaitingEntryRow, session: SessionRow, lines: WaitingLines, now: Temporal.Instant) {
  const { id, sessionId, childId, familyId, joinedAt } = entry;
  const state = stateByClock(entry, session, now);
  return {
    id,
    state,
    sessionId,
    date: session.date,
    prestationId: session.prestationId,
    childId,
    familyId,
    rank: state === 'WAITING' ? lines.rankOf(entry) : null,
    joinedAt,
    expiresAt: state === 'OFFERED' ? entry.expiresAt : null,
    listClosesAt: session.addClosesAt,
  };
}
