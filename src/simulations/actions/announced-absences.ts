import { Injectable } from '@nestjs/common';
import { type DraftPolicies, JudgeAbsences, type JudgedAbsence } from '../../attendance/index.js';
import type { SessionRow } from '../../prestations/index.js';
import type { AnnouncedAbsence } from '../rules/month.js';

type Judged = ReadonlyMap<number, ReadonlyMap<number, JudgedAbsence>>;

/** What the absences that were announced became, and become under the draft. */
export class AbsencesBySession {
  constructor(
    private readonly before: Judged,
    private readonly after: Judged,
  ) {}

  /** By child. */
  *in(sessionId: number): Generator<[childId: number, absence: AnnouncedAbsence]> {
    const [before, after] = [this.before.get(sessionId), this.after.get(sessionId)];
    for (const childId of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]))
      yield [childId, { before: before?.get(childId)?.verdict ?? null, after: after?.get(childId)?.verdict ?? null }];
  }
}

@Injectable()
export class LoadAnnouncedAbsences {
  constructor(private readonly judgeAbsences: JudgeAbsences) {}

  async run(
    collectiviteId: number,
    sessions: readonly SessionRow[],
    drafts: DraftPolicies,
  ): Promise<AbsencesBySession> {
    const before = await this.judgeAbsences.inSessions(collectiviteId, sessions);
    const after = drafts.size === 0 ? before : await this.judgeAbsences.inSessions(collectiviteId, sessions, drafts);
    return new AbsencesBySession(before, after);
  }
}
