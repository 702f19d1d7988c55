import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { DateSpan } from '../../../kernel/civil-time.js';
import { chunksOf, groupedBy } from '../../../kernel/lists.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { FindChildren } from '../../../families/index.js';
import { EnrolmentRow } from '../../data/enrolment.entity.js';
import type { PrestationRow } from '../../data/prestation.entity.js';
import { spansOverlap } from '../../../kernel/civil-time.js';
import { spanOf } from '../../rules/versions.js';

export interface Enrolled {
  /** Ids of the children, in the order they were given. */
  readonly enrolled: readonly number[];
  /** With the enrolment that holds on some of the dates already. */
  readonly already: readonly { readonly childId: number; readonly enrolment: EnrolmentRow }[];
  /** Children of a school that the prestation is not for. */
  readonly ofAnotherSchool: readonly number[];
  /** Ids that are no child of the collectivité. */
  readonly unknown: readonly number[];
}

/** What prices and bookings ask of an enrolment. */
export interface EnrolmentTerms {
  readonly daysPerWeek?: number | null;
  readonly supplements?: readonly string[] | null;
}

@Injectable()
export class EnrolChildren {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findChildren: FindChildren,
  ) {}

  /** Enrols those who can be, inside the caller's unit, which holds the prestation locked; the others are told. */
  async run(
    prestation: PrestationRow,
    childIds: readonly number[],
    span: DateSpan,
    { daysPerWeek = null, supplements = null }: EnrolmentTerms = {},
  ): Promise<Enrolled> {
    const { id: prestationId, collectiviteId } = prestation;
    const wanted = [...new Set(childIds)];
    const children = await this.findChildren.run(collectiviteId, wanted);
    const existing = await this.existing(prestation, wanted);
    const result = {
      enrolled: [] as number[],
      already: [] as { childId: number; enrolment: EnrolmentRow }[],
      ofAnotherSchool: [] as number[],
      unknown: [] as number[],
    };
    for (const childId of wanted) {
      const child = children.get(childId);
      const enrolment = existing.get(childId)?.find((other) => spansOverlap(spanOf(other), span));
      if (!child) result.unknown.push(childId);
      else if (!prestation.openToAllSites && child.siteId !== prestation.siteId) result.ofAnotherSchool.push(childId);
      else if (enrolment) result.already.push({ childId, enrolment });
      else result.enrolled.push(childId);
    }
    const createdAt = this.clock.now();
    for (const ids of chunksOf(result.enrolled, 100))
      await this.database.manager
        .createQueryBuilder()
        .insert()
        .into(EnrolmentRow)
        .values(
          ids.map((childId) => ({
            collectiviteId,
            prestationId,
            childId,
            fromDate: span.from,
            toDate: span.to,
            daysPerWeek,
            supplements: supplements as never,
            createdAt,
          })),
        )
        .updateEntity(false)
        .execute();
    return result;
  }

  private async existing(prestation: PrestationRow, childIds: number[]): Promise<Map<number, EnrolmentRow[]>> {
    const rows: EnrolmentRow[] = [];
    for (const ids of chunksOf(childIds))
      rows.push(
        ...(await this.database.repository(EnrolmentRow).findBy({
          collectiviteId: prestation.collectiviteId,
          prestationId: prestation.id,
          childId: In(ids),
        })),
      );
    return groupedBy(rows, ({ childId }) => childId);
  }
}
