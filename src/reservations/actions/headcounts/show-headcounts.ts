import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FindMenuTypes, FindSites } from '../../../collectivites/index.js';
import { FindChildren } from '../../../families/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { chunksOf, groupedBy } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import { FindPrestations, FindSessions } from '../../../prestations/index.js';
import { HeadcountRow } from '../../data/headcount.entity.js';
import { ReservationsStore } from '../../data/reservations-store.js';
import { headcountByMenu, headcountBySupplement, menuOf } from '../../rules/headcount.js';

export interface ShownHeadcount {
  readonly sessionId: number;
  readonly prestationId: number;
  readonly prestationName: string;
  readonly siteId: number;
  readonly siteName: string;
  readonly date: Temporal.PlainDate;
  readonly ordersMeals: boolean;
  readonly places: number;
  readonly addClosesAt: Temporal.Instant;
  readonly cancelClosesAt: Temporal.Instant;
  /** When it was handed to the kitchen; null while it still moves. */
  readonly frozenAt: Temporal.Instant | null;
  readonly calledOffReason: string | null;
  /** The frozen count, or the count of now while it still moves. */
  readonly children: number;
  readonly byMenuType: readonly { readonly menuTypeId: number; readonly label: string; readonly children: number }[];
  /** How many children take each supplement, as reserved now. */
  readonly bySupplement: readonly { readonly label: string; readonly children: number }[];
  /** Reservations as of now: differs from a frozen count when the mairie acted beyond a window. */
  readonly reservedNow: number;
}

/** The headcounts of a day, frozen or still moving. */
@Injectable()
export class ShowHeadcounts {
  constructor(
    private readonly database: Database,
    private readonly findSessions: FindSessions,
    private readonly findPrestations: FindPrestations,
    private readonly findSites: FindSites,
    private readonly findMenuTypes: FindMenuTypes,
    private readonly findChildren: FindChildren,
    private readonly reservations: ReservationsStore,
  ) {}

  run(collectiviteId: number, date: Temporal.PlainDate): Promise<ShownHeadcount[]> {
    return this.database.read(async () => {
      const sessions = await this.findSessions.run(collectiviteId, { from: date, to: date });
      const sessionIds = sessions.map(({ id }) => id);
      const living = await this.reservations.livingBySession(collectiviteId, sessionIds);
      const frozen = groupedBy(await this.frozen(collectiviteId, sessionIds), ({ sessionId }) => sessionId);
      const children = await this.findChildren.run(
        collectiviteId,
        [...living.values()].flat().map(({ childId }) => childId),
      );
      const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
      const prestationOf = new Map(prestations.map((row) => [row.id, row]));
      const sites = await this.findSites.run(collectiviteId);
      const siteOf = new Map(sites.map((row) => [row.id, row]));
      const menus = await this.findMenuTypes.run(collectiviteId);
      return sessions.map((session): ShownHeadcount => {
        const prestation = prestationOf.get(session.prestationId)!;
        const reserved = living.get(session.id) ?? [];
        const counts =
          session.frozenAt === null
            ? headcountByMenu(reserved.map((row) => menuOf(row, children.get(row.childId)!)))
            : new Map((frozen.get(session.id) ?? []).map((row) => [row.menuTypeId, row.children]));
        return {
          sessionId: session.id,
          prestationId: prestation.id,
          prestationName: prestation.name,
          siteId: prestation.siteId,
          siteName: siteOf.get(prestation.siteId)?.name ?? '',
          date,
          ordersMeals: prestation.ordersMeals,
          places: session.places,
          addClosesAt: session.addClosesAt,
          cancelClosesAt: session.cancelClosesAt,
          frozenAt: session.frozenAt,
          calledOffReason: session.calledOffAt === null ? null : (session.calledOffReason ?? ''),
          children: [...counts.values()].reduce((sum, count) => sum + count, 0),
          byMenuType: menus.flatMap(({ id, label }) => {
            const count = counts.get(id);
            return count === undefined ? [] : [{ menuTypeId: id, label, children: count }];
          }),
          bySupplement: headcountBySupplement(reserved),
          reservedNow: reserved.length,
        };
      });
    });
  }

  private async frozen(collectiviteId: number, sessionIds: readonly number[]): Promise<HeadcountRow[]> {
    const rows: HeadcountRow[] = [];
    for (const ids of chunksOf(sessionIds))
      rows.push(...(await this.database.repository(HeadcountRow).findBy({ collectiviteId, sessionId: In(ids) })));
    return rows;
  }
}
