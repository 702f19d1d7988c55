import { Injectable } from '@nestjs/common';
import { foldedText } from '../../kernel/folded-text.js';
import { FindChildren } from '../../families/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { longDate } from '../../kernel/french.js';
import { chunksOf } from '../../kernel/lists.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FindPrestations, FindSessions, type SessionRow } from '../../prestations/index.js';
import { FindReservations } from '../../reservations/index.js';
import { AbsenceRow } from '../data/absence.entity.js';
import { attendanceProblems } from '../problems.js';
import { absencesOverlap, type CollectiveKind } from '../rules/absence.js';
import { FindAbsences } from './find-absences.js';
import { JudgeAbsences } from './judge-absences.js';
import { ReviseRolls } from './revise-rolls.js';

export interface CollectiveAbsence {
  readonly collectiviteId: number;
  readonly kind: CollectiveKind;
  readonly prestationId: number;
  readonly fromDate: Temporal.PlainDate;
  readonly toDate: Temporal.PlainDate;
  /** Which of the children who booked: all that is said must hold; null says nothing. */
  readonly siteId: number | null;
  readonly className: string | null;
  readonly childIds: readonly number[] | null;
  readonly note: string | null;
  readonly accountId: number;
}

export interface DeclaredCollectively {
  /** Children whose absence this declares. */
  readonly children: number;
  /** Children whose absence the mairie had declared for some of these days before: left as they are. */
  readonly alreadyDeclared: number;
  /** Booked days of these children, and those that the règlement frees. */
  readonly days: number;
  readonly freeDays: number;
}

/** The mairie says that children who booked will not come, all at once: a strike, a school trip, an alert. */
@Injectable()
export class DeclareCollectively {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findPrestations: FindPrestations,
    private readonly findSessions: FindSessions,
    private readonly findReservations: FindReservations,
    private readonly findChildren: FindChildren,
    private readonly findAbsences: FindAbsences,
    private readonly judgeAbsences: JudgeAbsences,
    private readonly reviseRolls: ReviseRolls,
  ) {}

  /** Throws NOT_FOUND for the prestation, NOTHING_RESERVED, ABSENCE_ALREADY_BILLED. */
  run(declared: CollectiveAbsence): Promise<DeclaredCollectively> {
    const { collectiviteId, accountId, prestationId, kind, fromDate, toDate } = declared;
    return this.database.unit(async () => {
      const now = this.clock.now();
      await this.findPrestations.one(collectiviteId, prestationId);
      const childIds = await this.childrenOf(declared, now);
      const standing = await this.findAbsences.standing(collectiviteId, { from: fromDate, to: toDate }, childIds);
      const known = standing.filter(({ familyId }) => familyId === null);
      const drafts = childIds
        .map((childId) => ({ childId, familyId: null, prestationId, fromDate, toDate }))
        .filter((draft) => !known.some((absence) => absencesOverlap(absence, draft)));
      await this.insert(declared, drafts, now);
      const detail = { kind, from: fromDate.toString(), to: toDate.toString(), children: drafts.length };
      const subject = `prestation:${prestationId}`;
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'absence.declared-collectively',
        subject,
        detail,
      });
      const freed = await this.freed(
        declared,
        drafts.map(({ childId }) => childId),
      );
      return { children: drafts.length, alreadyDeclared: childIds.length - drafts.length, ...freed };
    });
  }

  /** The children who booked these days and are meant; the rolls of the days are held from then on. */
  private async childrenOf(declared: CollectiveAbsence, now: Temporal.Instant): Promise<number[]> {
    const { collectiviteId, prestationId, fromDate: from, toDate: to } = declared;
    const planned = await this.findSessions.run(collectiviteId, { from, to, prestationIds: [prestationId] });
    const sessions = planned.filter(({ calledOffAt }) => calledOffAt === null);
    await this.holdRolls(collectiviteId, sessions, now);
    const reservations = await this.findReservations.bySessions(
      collectiviteId,
      sessions.map(({ id }) => id),
    );
    const living = reservations.filter(({ state }) => state === 'RESERVED').map(({ childId }) => childId);
    const cards = await this.findChildren.run(collectiviteId, living);
    const meant = [...cards.values()].filter(
      ({ childId, siteId, className }) =>
        (declared.siteId ?? siteId) === siteId &&
        (declared.className === null || foldedText(declared.className) === foldedText(className ?? '')) &&
        (declared.childIds === null || declared.childIds.includes(childId)),
    );
    if (meant.length === 0) {
      throw attendanceProblems.NOTHING_RESERVED(
        'Aucun de ces enfants n’a réservé à ces dates : il n’y a pas d’absence à déclarer. Vérifiez les jours.',
      );
    }
    return meant.map(({ childId }) => childId).sort((a, b) => a - b);
  }

  private async holdRolls(
    collectiviteId: number,
    sessions: readonly SessionRow[],
    now: Temporal.Instant,
  ): Promise<void> {
    const billed = await this.reviseRolls.run(
      collectiviteId,
      sessions.map(({ id }) => id),
      now,
    );
    const first = sessions.find(({ id }) => billed.has(id));
    if (!first) return;
    throw attendanceProblems.ABSENCE_ALREADY_BILLED(
      `Le ${longDate(first.date)} est déjà facturé : déclarez seulement les jours qui ne le sont pas.`,
    );
  }

  /** What the règlement makes of the days just declared. */
  private async freed(
    { collectiviteId, prestationId, fromDate: from, toDate: to }: CollectiveAbsence,
    childIds: readonly number[],
  ): Promise<Pick<DeclaredCollectively, 'days' | 'freeDays'>> {
    const standing = await this.findAbsences.standing(collectiviteId, { from, to }, childIds);
    const declared = standing.filter((absence) => absence.familyId === null && absence.prestationId === prestationId);
    const judged = (await this.judgeAbsences.run(collectiviteId, declared)).flat();
    const free = judged.filter((day) => day.judged?.verdict === 'JUSTIFIED');
    return { days: judged.length, freeDays: free.length };
  }

  private async insert(
    { collectiviteId, kind, note, accountId }: CollectiveAbsence,
    drafts: readonly Pick<AbsenceRow, 'childId' | 'familyId' | 'prestationId' | 'fromDate' | 'toDate'>[],
    now: Temporal.Instant,
  ): Promise<void> {
    for (const chunk of chunksOf(drafts, 200)) {
      const rows = chunk.map((draft) => {
        return { ...draft, collectiviteId, kind, note, declaredBy: accountId, declaredAt: now };
      });
      await this.database.repository(AbsenceRow).insert(rows);
    }
  }
}
