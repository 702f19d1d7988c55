import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { LoadCustody } from '../../families/index.js';
import { dateIn, isBefore, type Temporal } from '../../kernel/civil-time.js';
import { longDate, typeset } from '../../kernel/french.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { FindSessions, LoadEnrolments, prestationsProblems, type SessionRow } from '../../prestations/index.js';
import { FindReservations } from '../../reservations/index.js';
import { AttendanceRow } from '../data/attendance.entity.js';
import { AttendanceCorrectionRow } from '../data/attendance-correction.entity.js';
import { attendanceProblems } from '../problems.js';
import { type ChildStanding, judgeRoll, type PointedChild, type RollEntry } from '../rules/roll.js';
import { FindAnnounced } from './find-announced.js';
import { ReviseRolls } from './revise-rolls.js';

export interface RollToRecord {
  readonly collectiviteId: number;
  readonly sessionId: number;
  readonly entries: readonly RollEntry[];
  /** Those expected and not announced absent, not named in the entries and not recorded yet, came. */
  readonly allPresent: boolean;
  /**
   * The session is billed, and an agent corrects it all the same: each entry says why. What it changes of the invoices,
   * a correction run bills or gives back.
   */
  readonly afterBilling?: boolean;
  readonly accountId: number;
}

interface Pointing {
  readonly session: SessionRow;
  /** The paying foyer of each expected child. */
  readonly expected: ReadonlyMap<number, number>;
  readonly recorded: ReadonlyMap<number, AttendanceRow>;
}

/** Calls the roll of a session: all of the entries, or none when one is refused. What it changes is kept. */
@Injectable()
export class RecordRoll {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSessions: FindSessions,
    private readonly findReservations: FindReservations,
    private readonly loadEnrolments: LoadEnrolments,
    private readonly loadCustody: LoadCustody,
    private readonly findAnnounced: FindAnnounced,
    private readonly reviseRolls: ReviseRolls,
    private readonly audit: Audit,
  ) {}

  run(roll: RollToRecord): Promise<void> {
    return this.database.unit(async () => {
      const now = this.clock.now();
      const session = await this.sessionToPoint(roll, now);
      await this.takeRoll(session, roll, now);
      const pointing = await this.known(session);
      const pointed = await this.judged(roll, pointing);
      if (roll.allPresent) pointed.push(...(await this.theRest(pointing, pointed)));
      await this.write(pointing, pointed, roll.accountId, now);
      if (roll.afterBilling) await this.trace(roll);
    });
  }

  private async sessionToPoint(
    { collectiviteId, sessionId }: RollToRecord,
    now: Temporal.Instant,
  ): Promise<SessionRow> {
    const [session] = await this.findSessions.byIds(collectiviteId, [sessionId]);
    if (!session) throw httpProblems.NOT_FOUND('Cette séance n’existe pas, ou vous n’y avez pas accès.');
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const day = longDate(session.date);
    if (isBefore(dateIn(timeZone, now), session.date)) {
      throw attendanceProblems.FUTURE_SESSION(`Cette séance a lieu le ${day}. Pointez-la à partir de ce jour.`);
    }
    if (session.calledOffAt) {
      throw attendanceProblems.NOBODY_TO_POINT(
        typeset(`La mairie a annulé la séance du ${day} : il n’y a personne à pointer.`),
      );
    }
    return session;
  }

  private async takeRoll(
    { collectiviteId, id, date }: SessionRow,
    { afterBilling = false }: RollToRecord,
    now: Temporal.Instant,
  ): Promise<void> {
    const billed = await this.reviseRolls.run(collectiviteId, [id], now);
    if (billed.has(id) && !afterBilling) {
      throw prestationsProblems.SESSION_ALREADY_BILLED(
        typeset(
          `La séance du ${longDate(date)} est déjà facturée : son pointage ne change plus, si ce n’est par une correction motivée de la mairie.`,
        ),
      );
    }
  }

  /** Who corrected what was billed, of which children; the reasons are kept with the corrections. */
  private trace({ collectiviteId, sessionId, entries, accountId }: RollToRecord): Promise<void> {
    return this.audit.record({
      ...{ collectiviteId, accountId, action: 'roll.corrected-after-billing', subject: `session:${sessionId}` },
      detail: { children: entries.map(({ childId, state }) => ({ childId, state })) },
    });
  }

  private async known(session: SessionRow): Promise<Pointing> {
    const { collectiviteId, id: sessionId } = session;
    const reservations = await this.findReservations.bySessions(collectiviteId, [sessionId]);
    const rows = await this.database.repository(AttendanceRow).findBy({ collectiviteId, sessionId });
    const active = reservations.filter(({ state }) => state === 'RESERVED');
    return {
      session,
      expected: new Map(active.map(({ childId, familyId }) => [childId, familyId])),
      recorded: new Map(rows.map((row) => [row.childId, row])),
    };
  }

  private async judged(roll: RollToRecord, { session, expected, recorded }: Pointing): Promise<PointedChild[]> {
    const childIds = roll.entries.map(({ childId }) => childId);
    const enrolments = await this.loadEnrolments.run(roll.collectiviteId, childIds);
    const custody = await this.loadCustody.run(roll.collectiviteId, childIds);
    const standingOf = (childId: number): ChildStanding => ({
      reserved: expected.has(childId),
      enrolled: enrolments.isEnrolled(childId, session.prestationId, session.date),
      recorded: recorded.has(childId),
      familyId: expected.get(childId) ?? custody.familyOn(childId, session.date),
    });
    const { pointed, errors, onlyStrangers } = judgeRoll(roll.entries, standingOf);
    if (errors.length === 0) return [...pointed];
    const detail = typeset('Rien n’est enregistré : corrigez les lignes signalées dans « errors ».');
    throw onlyStrangers
      ? attendanceProblems.CHILD_NOT_ENROLLED(detail, { errors })
      : attendanceProblems.ROLL_ENTRY_REFUSED(detail, { errors });
  }

  /** Of whom nobody said anything: a child announced absent is left for somebody to look at. */
  private async theRest(
    { session, expected, recorded }: Pointing,
    pointed: readonly PointedChild[],
  ): Promise<PointedChild[]> {
    const told = new Set(pointed.map(({ childId }) => childId));
    const untold = [...expected]
      .filter(([childId]) => !recorded.has(childId) && !told.has(childId))
      .map(([childId, familyId]) => ({ childId, familyId }));
    const announced = await this.findAnnounced.run(session, untold);
    const unnoted = { state: 'PRESENT' as const, arrivedAt: null, leftAt: null, reason: null };
    return untold.filter(({ childId }) => !announced.has(childId)).map((child) => ({ ...child, ...unnoted }));
  }

  private async write(
    { session, recorded }: Pointing,
    pointed: readonly PointedChild[],
    accountId: number,
    now: Temporal.Instant,
  ): Promise<void> {
    const { collectiviteId, id: sessionId, date } = session;
    const fresh = pointed.filter(({ childId }) => !recorded.has(childId));
    if (fresh.length > 0) {
      await this.database.repository(AttendanceRow).insert(
        fresh.map(({ childId, familyId, state, arrivedAt, leftAt }) => {
          const pointing = { collectiviteId, sessionId, childId, familyId, date, state, arrivedAt, leftAt };
          return { ...pointing, recordedBy: accountId, recordedAt: now };
        }),
      );
    }
    for (const entry of pointed) {
      const former = recorded.get(entry.childId);
      if (former) await this.correct(former, entry, accountId, now);
    }
  }

  private async correct(
    former: AttendanceRow,
    { state, arrivedAt, leftAt, reason }: PointedChild,
    accountId: number,
    now: Temporal.Instant,
  ): Promise<void> {
    if (former.state === state && former.arrivedAt === arrivedAt && former.leftAt === leftAt) return;
    await this.database.insert(AttendanceCorrectionRow, {
      collectiviteId: former.collectiviteId,
      attendanceId: former.id,
      formerState: former.state,
      newState: state,
      formerArrivedAt: former.arrivedAt,
      formerLeftAt: former.leftAt,
      reason,
      correctedBy: accountId,
      correctedAt: now,
    });
    await this.database
      .repository(AttendanceRow)
      .update({ id: former.id }, { state, arrivedAt, leftAt, recordedBy: accountId, recordedAt: now });
  }
}
