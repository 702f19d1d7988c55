import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { type ChildCard, FindChildren } from '../../../families/index.js';
import { Database } from '../../../platform/database/database.js';
import { EnrolmentRow } from '../../data/enrolment.entity.js';
import { FindPrestations } from '../find-prestations.js';

export interface ListedEnrolment {
  readonly id: number;
  readonly enrolment: EnrolmentRow;
  readonly child: ChildCard;
}

@Injectable()
export class ListEnrolments {
  constructor(
    private readonly database: Database,
    private readonly findPrestations: FindPrestations,
    private readonly findChildren: FindChildren,
  ) {}

  /** At most `limit` enrolments of a prestation whose id comes after `after`, with their children. Throws NOT_FOUND. */
  run(
    collectiviteId: number,
    prestationId: number,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<ListedEnrolment[]> {
    return this.database.read(async () => {
      await this.findPrestations.one(collectiviteId, prestationId);
      const rows = await this.database.repository(EnrolmentRow).find({
        where: { collectiviteId, prestationId, id: MoreThan(after) },
        order: { id: 'ASC' },
        take: limit,
      });
      const children = await this.findChildren.run(
        collectiviteId,
        rows.map(({ childId }) => childId),
      );
      return rows.map((enrolment) => ({ id: enrolment.id, enrolment, child: children.get(enrolment.childId)! }));
    });
  }
}
