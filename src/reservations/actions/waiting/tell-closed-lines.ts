import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { Temporal } from '../../../kernel/civil-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { eachInTurn } from '../../../platform/tasks/each-in-turn.js';
import { FindSessions } from '../../../prestations/index.js';
import { WaitingStore } from '../../data/waiting-store.js';
import { linesToTell } from '../../rules/closed-lines.js';
import { MailWaitingList } from './mail-waiting-list.js';

const BATCH = 100;

/** Tells families, once booking closed, that no place came for the days they waited for. */
@Injectable()
export class TellClosedLines {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly waiting: WaitingStore,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSessions: FindSessions,
    private readonly mailWaitingList: MailWaitingList,
  ) {}

  /** Answers how many families were told, each in a unit of its own. */
  async run(): Promise<number> {
    const now = this.clock.now();
    const told = await eachInTurn(this.families(), ({ collectiviteId, familyId }) =>
      this.database.unit(() => this.tell(collectiviteId, familyId, now)),
    );
    return told.filter(Boolean).length;
  }

  private async tell(collectiviteId: number, familyId: number, now: Temporal.Instant): Promise<boolean> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const local = now.toZonedDateTimeISO(collectivite.timeZone);
    const untold = await this.waiting.untold(collectiviteId, familyId);
    const sessions = await this.findSessions.byIds(collectiviteId, [...new Set(untold.map((one) => one.sessionId))]);
    const dates = new Map(sessions.map(({ id, date }) => [id, date]));
    const lines = untold.map((entry) => ({ entry, date: dates.get(entry.sessionId)! }));
    const toldToday = await this.waiting.wasToldSince(collectiviteId, familyId, local.startOfDay().toInstant());
    const entries = linesToTell(lines, { now: local.toPlainDateTime(), toldToday }).map(({ entry }) => entry);
    if (entries.length === 0) return false;
    await this.waiting.tell(
      entries.map(({ id }) => id),
      now,
    );
    await this.mailWaitingList.closed(collectivite, entries);
    return true;
  }

  private async *families() {
    for (let after = 0; ;) {
      const families = await this.database.read(() => this.waiting.familiesToTell(after, BATCH));
      yield* families;
      if (families.length < BATCH) return;
      after = families.at(-1)!.familyId;
    }
  }
}
