import { Injectable } from '@nestjs/common';
import { Between, In } from 'typeorm';
import { FindChildrenOfFamily } from '../../../families/index.js';
import { spansOverlap, type Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { PublishedMenuRow } from '../../data/published-menu.entity.js';
import { LoadEnrolments } from '../enrolments/load-enrolments.js';
import { FindPrestations } from '../find-prestations.js';

interface Span {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

export interface ShownMenu extends PublishedMenuRow {
  readonly prestationName: string;
}

/** What is published between two dates, both included; by date. */
@Injectable()
export class ListMenus {
  constructor(
    private readonly database: Database,
    private readonly findPrestations: FindPrestations,
    private readonly findChildrenOfFamily: FindChildrenOfFamily,
    private readonly loadEnrolments: LoadEnrolments,
  ) {}

  /** Throws NOT_FOUND. */
  ofPrestation(collectiviteId: number, prestationId: number, span: Span): Promise<ShownMenu[]> {
    return this.database.read(async () => {
      await this.findPrestations.one(collectiviteId, prestationId);
      return this.shown(collectiviteId, [prestationId], span);
    });
  }

  /** Of what the children of a family are enrolled in then. */
  ofFamily(
    { collectiviteId, familyId }: { readonly collectiviteId: number; readonly familyId: number },
    span: Span,
  ): Promise<ShownMenu[]> {
    return this.database.read(async () => {
      const children = await this.findChildrenOfFamily.run(collectiviteId, familyId, span.from, span.to);
      const { enrolments } = await this.loadEnrolments.run(
        collectiviteId,
        children.map(({ childId }) => childId),
      );
      const current = enrolments.filter(({ fromDate, toDate }) => spansOverlap(span, { from: fromDate, to: toDate }));
      return this.shown(collectiviteId, [...new Set(current.map(({ prestationId }) => prestationId))], span);
    });
  }

  private async shown(collectiviteId: number, prestationIds: number[], { from, to }: Span): Promise<ShownMenu[]> {
    const rows = await this.database.repository(PublishedMenuRow).find({
      where: { collectiviteId, prestationId: In(prestationIds), date: Between(from, to) },
      order: { date: 'ASC', prestationId: 'ASC' },
    });
    const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
    const names = new Map(prestations.map(({ id, name }) => [id, name]));
    return rows.map((row) => ({ ...row, prestationName: names.get(row.prestationId)! }));
  }
}
