import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, MoreThan } from 'typeorm';
import { FindMenuTypes } from '../../../collectivites/index.js';
import { FindChildren, FindFamilies } from '../../../families/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { FindPrestations, FindSessions } from '../../../prestations/index.js';
import { type LateOperation, LateRequestRow, type LateRequestState } from '../../data/late-request.entity.js';

export interface ShownLateRequest {
  readonly id: number;
  readonly operation: LateOperation;
  readonly state: LateRequestState;
  readonly familyId: number;
  readonly familyName: string;
  readonly childId: number;
  readonly childName: string;
  readonly sessionId: number;
  readonly date: Temporal.PlainDate;
  readonly prestationId: number;
  readonly prestationName: string;
  /** The day that is wanted instead, of an exchange. */
  readonly toSessionId: number | null;
  readonly toDate: Temporal.PlainDate | null;
  /** The menu that is wanted, of a change of menu; null: the child's usual one. */
  readonly menuTypeId: number | null;
  readonly menuName: string | null;
  readonly askedAt: Temporal.Instant;
  readonly decidedAt: Temporal.Instant | null;
  /** What the mairie answered. */
  readonly answer: string | null;
}

/** What families asked of the mairie after a deadline. */
@Injectable()
export class ListLateRequests {
  constructor(
    private readonly database: Database,
    private readonly findFamilies: FindFamilies,
    private readonly findChildren: FindChildren,
    private readonly findSessions: FindSessions,
    private readonly findPrestations: FindPrestations,
    private readonly findMenuTypes: FindMenuTypes,
  ) {}

  /** One more than `limit`, from after an id, oldest first; of one state when told. */
  ofCollectivite(
    collectiviteId: number,
    {
      state,
      after,
      limit,
    }: { readonly state?: LateRequestState | undefined; readonly after: number; readonly limit: number },
  ): Promise<ShownLateRequest[]> {
    return this.shown({ collectiviteId, id: MoreThan(after), ...(state ? { state } : {}) }, limit + 1);
  }

  /** All of a family's, oldest first. */
  ofFamily(collectiviteId: number, familyId: number): Promise<ShownLateRequest[]> {
    return this.shown({ collectiviteId, familyId });
  }

  async one(collectiviteId: number, id: number): Promise<ShownLateRequest> {
    return (await this.shown({ collectiviteId, id }))[0]!;
  }

  private shown(
    where: FindOptionsWhere<LateRequestRow> & { readonly collectiviteId: number },
    take?: number,
  ): Promise<ShownLateRequest[]> {
    const { collectiviteId } = where;
    return this.database.read(async () => {
      const rows = await this.database
        .repository(LateRequestRow)
        .find({ where, order: { id: 'ASC' }, ...(take === undefined ? {} : { take }) });
      const of = <Key extends 'familyId' | 'childId' | 'sessionId'>(key: Key) => [
        ...new Set(rows.map((row) => row[key])),
      ];
      const families = await this.findFamilies.run(collectiviteId, of('familyId'));
      const children = await this.findChildren.run(collectiviteId, of('childId'));
      const wanted = rows.flatMap(({ toSessionId }) => toSessionId ?? []);
      const sessions = await this.findSessions.byIds(collectiviteId, [...new Set([...of('sessionId'), ...wanted])]);
      const menus = await this.findMenuTypes.run(collectiviteId);
      const menuOf = new Map(menus.map(({ id, label }) => [id, label]));
      const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
      const sessionOf = new Map(sessions.map((session) => [session.id, session]));
      const nameOf = new Map(prestations.map(({ id, name }) => [id, name]));
      return rows.map((row) => {
        const { id, operation, state, familyId, childId, sessionId, toSessionId, menuTypeId } = row;
        const { askedAt, decidedAt, answer } = row;
        const { firstName, lastName } = children.get(childId)!;
        const { date, prestationId } = sessionOf.get(sessionId)!;
        return {
          id,
          operation,
          state,
          familyId,
          familyName: families.get(familyId)?.name ?? '',
          childId,
          childName: `${firstName} ${lastName}`,
          sessionId,
          date,
          prestationId,
          prestationName: nameOf.get(prestationId) ?? '',
          toSessionId,
          toDate: toSessionId === null ? null : sessionOf.get(toSessionId)!.date,
          menuTypeId,
          menuName: menuTypeId === null ? null : (menuOf.get(menuTypeId) ?? null),
          askedAt,
          decidedAt,
          answer,
        };
      });
    });
  }
}
