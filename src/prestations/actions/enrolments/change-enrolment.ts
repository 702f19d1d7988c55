import { Injectable } from '@nestjs/common';
import { type Temporal, spansOverlap } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { EnrolmentRow } from '../../data/enrolment.entity.js';
import { prestationsProblems } from '../../problems.js';
import { changedSinceRead } from '../../rules/supplement-words.js';
import { spanOf } from '../../rules/versions.js';
import { CheckSupplements } from './check-supplements.js';
import { checkedSpan } from '../checked-span.js';
import { enrolmentOverlap } from './enrol-child.js';
import { FindPrestations } from '../find-prestations.js';

/**
 * Moves the dates of an enrolment, or says its days a week or its supplements; reservations already made stay, at their
 * price.
 */
@Injectable()
export class ChangeEnrolment {
  constructor(
    private readonly database: Database,
    private readonly findPrestations: FindPrestations,
    private readonly checkSupplements: CheckSupplements,
  ) {}

  /**
   * What is absent stays, null takes it away. Throws NOT_FOUND, DATES_REVERSED, ENROLMENT_OVERLAP, SUPPLEMENT_UNKNOWN,
   * SUPPLEMENTS_CHANGED.
   */
  run(
    collectiviteId: number,
    { prestationId, enrolmentId }: { readonly prestationId: number; readonly enrolmentId: number },
    wanted: {
      readonly from?: Temporal.PlainDate | undefined;
      readonly to?: Temporal.PlainDate | null | undefined;
      readonly daysPerWeek?: number | null | undefined;
      readonly supplements?: readonly string[] | null | undefined;
      /** The supplements as they were read, where they must not have changed since. */
      readonly replaces?: readonly string[] | null | undefined;
    },
  ): Promise<EnrolmentRow> {
    return this.database.unit(async () => {
      const prestation = await this.findPrestations.locked(collectiviteId, prestationId);
      const enrolments = this.database.repository(EnrolmentRow);
      const one = { collectiviteId, prestationId, id: enrolmentId };
      const row = await enrolments.findOneBy(one);
      if (!row) throw httpProblems.NOT_FOUND('Cette inscription n’existe pas, ou vous n’y avez pas accès.');
      const changed = changedSinceRead(wanted.replaces, row.supplements);
      if (changed !== null) throw prestationsProblems.SUPPLEMENTS_CHANGED(changed);
      const span = checkedSpan({
        from: wanted.from ?? row.fromDate,
        to: wanted.to === undefined ? row.toDate : wanted.to,
      });
      const others = await enrolments.findBy({ collectiviteId, prestationId, childId: row.childId });
      const overlapped = others.find(({ id, ...other }) => id !== enrolmentId && spansOverlap(spanOf(other), span));
      if (overlapped) throw enrolmentOverlap(overlapped);
      const daysPerWeek = wanted.daysPerWeek === undefined ? row.daysPerWeek : wanted.daysPerWeek;
      const supplements =
        wanted.supplements === undefined
          ? row.supplements
          : await this.checkSupplements.run(prestation, span, wanted.supplements ?? []);
      await enrolments.update(one, { fromDate: span.from, toDate: span.to, daysPerWeek, supplements });
      return enrolments.findOneByOrFail(one);
    });
  }
}
