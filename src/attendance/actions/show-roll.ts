import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FindMenuTypes } from '../../collectivites/index.js';
import { type AtTheGate, ChildRow, FindChildren, FindPersons } from '../../families/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import {
  FindPrestations,
  FindSessions,
  LoadEnrolments,
  type PrestationRow,
  type SessionRow,
} from '../../prestations/index.js';
import { FindReservations, type ReservationRow } from '../../reservations/index.js';
import type { AttendanceRow } from '../data/attendance.entity.js';
import { FindAnnounced } from './find-announced.js';
import { FindAttendances } from './find-attendances.js';

export interface RollChild {
  readonly childId: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly className: string | null;
  readonly menu: string;
  /** Labels of the supplements that were reserved with the day. */
  readonly supplements: readonly string[];
  /** Null for a reader who does not look after children. */
  readonly hasPai: boolean | null;
  /** To whom the child may be handed over, and not; null for the same readers. */
  readonly gate: AtTheGate | null;
  /** The foyer or the mairie said that the child would not come; why is nobody's business here. */
  readonly announcedAbsent: boolean;
  readonly attendance: AttendanceRow | null;
}

export interface Roll {
  readonly session: SessionRow;
  readonly prestation: PrestationRow;
  /** With a reservation. */
  readonly expected: readonly RollChild[];
  /** Enrolled, without a reservation that day; and those pointed who are neither. */
  readonly others: readonly RollChild[];
}

export interface RollReader {
  readonly accountId: number;
  /** Looks after the children: shown which of them have a PAI, which is written in the audit. */
  readonly seesPai: boolean;
}

const NAMES = new Intl.Collator('fr');

interface Known {
  readonly session: SessionRow;
  readonly attendances: readonly AttendanceRow[];
  /** The living reservations, by child: the menu and the supplements of that day. */
  readonly reserved: ReadonlyMap<number, ReservationRow>;
  readonly announced: ReadonlySet<number>;
}

/** Who is expected in a session and who else may come, with what was recorded so far. */
@Injectable()
export class ShowRoll {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly findSessions: FindSessions,
    private readonly findPrestations: FindPrestations,
    private readonly findReservations: FindReservations,
    private readonly loadEnrolments: LoadEnrolments,
    private readonly findChildren: FindChildren,
    private readonly findPersons: FindPersons,
    private readonly findMenuTypes: FindMenuTypes,
    private readonly findAttendances: FindAttendances,
    private readonly findAnnounced: FindAnnounced,
  ) {}

  /** In a unit: what is seen of a child's health is written down with the look itself. */
  run(collectiviteId: number, sessionId: number, reader: RollReader): Promise<Roll> {
    return this.database.unit(async () => {
      const [session] = await this.findSessions.byIds(collectiviteId, [sessionId]);
      if (!session) throw httpProblems.NOT_FOUND('Cette séance n’existe pas, ou vous n’y avez pas accès.');
      const prestation = await this.findPrestations.one(collectiviteId, session.prestationId);
      const reservations = await this.findReservations.bySessions(collectiviteId, [sessionId]);
      const attendances = await this.findAttendances.bySessions(collectiviteId, [sessionId]);
      const enrolled = await this.loadEnrolments.childrenOn(collectiviteId, session.prestationId, session.date);
      const living = reservations.filter(({ state }) => state === 'RESERVED');
      const awaited = new Set(living.map(({ childId }) => childId));
      const reserved = new Map(living.map((row) => [row.childId, row]));
      const pointed = attendances.map(({ childId }) => childId);
      const others = new Set([...enrolled, ...pointed].filter((childId) => !awaited.has(childId)));
      const announced = await this.findAnnounced.run(session, living);
      const known = { session, attendances, reserved, announced };
      const childOf = await this.childReader(collectiviteId, [...awaited, ...others], known, reader);
      return {
        session,
        prestation,
        expected: [...awaited].flatMap(childOf).sort(byName),
        others: [...others].flatMap(childOf).sort(byName),
      };
    });
  }

  private async childReader(
    collectiviteId: number,
    childIds: readonly number[],
    { session, attendances, reserved, announced }: Known,
    reader: RollReader,
  ): Promise<(childId: number) => RollChild[]> {
    const cards = await this.findChildren.run(collectiviteId, childIds);
    const menus = new Map((await this.findMenuTypes.run(collectiviteId)).map(({ id, label }) => [id, label]));
    const withPai = reader.seesPai ? await this.lookAtPai(collectiviteId, childIds, session, reader) : null;
    const gates = reader.seesPai ? await this.findPersons.ofChildren(collectiviteId, childIds) : null;
    const byChild = new Map(attendances.map((row) => [row.childId, row]));
    return (childId) => {
      const card = cards.get(childId);
      if (!card) return [];
      const { lastName, firstName, className } = card;
      const menu = menus.get(reserved.get(childId)?.menuTypeId ?? card.menuTypeId) ?? '';
      const supplements = reserved.get(childId)?.supplements ?? [];
      const hasPai = withPai && withPai.has(childId);
      const gate = gates?.get(childId) ?? null;
      const announcedAbsent = announced.has(childId);
      const attendance = byChild.get(childId) ?? null;
      const whom = { childId, lastName, firstName, className };
      return [{ ...whom, menu, supplements, hasPai, gate, announcedAbsent, attendance }];
    };
  }

  private async lookAtPai(
    collectiviteId: number,
    childIds: readonly number[],
    session: SessionRow,
    { accountId }: RollReader,
  ): Promise<Set<number>> {
    const seen = await this.database.repository(ChildRow).find({
      select: { id: true },
      where: { collectiviteId, id: In([...childIds]), hasPai: true },
    });
    const children = seen.map(({ id }) => id);
    if (children.length > 0) {
      const subject = `session:${session.id}`;
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'child.health-seen',
        subject,
        detail: { children },
      });
    }
    return new Set(children);
  }
}

function byName(a: RollChild, b: RollChild): number {
  return NAMES.compare(a.lastName, b.lastName) || NAMES.compare(a.firstName, b.firstName) || a.childId - b.childId;
}
