import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { EnrolmentRow } from '../../data/enrolment.entity.js';
import { prestationsProblems } from '../../problems.js';
import { datesInFrench } from '../../rules/versions.js';
import { CheckSupplements } from './check-supplements.js';
import { checkedSpan } from '../checked-span.js';
import { EnrolChildren } from './enrol-children.js';
import { FindPrestations } from '../find-prestations.js';

export interface NewEnrolment {
  readonly childId: number;
  readonly from: Temporal.PlainDate;
  readonly to?: Temporal.PlainDate | null | undefined;
  readonly daysPerWeek?: number | null | undefined;
  /** Labels of those of the tariff that the child takes unless a day says otherwise. */
  readonly supplements?: readonly string[] | null | undefined;
}

/** Enrols one child; each reason not to is a problem of its own. */
@Injectable()
export class EnrolChild {
  constructor(
    private readonly database: Database,
    private readonly findPrestations: FindPrestations,
    private readonly enrolChildren: EnrolChildren,
    private readonly checkSupplements: CheckSupplements,
  ) {}

  /**
   * Throws NOT_FOUND, PRESTATION_ARCHIVED, DATES_REVERSED, CHILD_OF_ANOTHER_SCHOOL, ENROLMENT_OVERLAP,
   * SUPPLEMENT_UNKNOWN.
   */
  run(
    collectiviteId: number,
    prestationId: number,
    { childId, daysPerWeek = null, supplements, ...dates }: NewEnrolment,
  ): Promise<EnrolmentRow> {
    const span = checkedSpan(dates);
    return this.database.unit(async () => {
      const prestation = await this.findPrestations.open(collectiviteId, prestationId);
      const { already, ofAnotherSchool, unknown } = await this.enrolChildren.run(prestation, [childId], span, {
        daysPerWeek,
        supplements: await this.checkSupplements.run(prestation, span, supplements ?? []),
      });
      if (unknown.length > 0) throw httpProblems.NOT_FOUND('Cet enfant n’existe pas dans cette collectivité.');
      if (ofAnotherSchool.length > 0)
        throw prestationsProblems.CHILD_OF_ANOTHER_SCHOOL(
          typeset(
            `« ${prestation.name} » n’accueille que les enfants de son site : vérifiez l’école de l’enfant, ou ouvrez la prestation à tous les sites.`,
          ),
        );
      if (already[0]) throw enrolmentOverlap(already[0].enrolment);
      return this.database
        .repository(EnrolmentRow)
        .findOneByOrFail({ collectiviteId, prestationId, childId, fromDate: span.from });
    });
  }
}

export function enrolmentOverlap(other: EnrolmentRow) {
  return prestationsProblems.ENROLMENT_OVERLAP(
    typeset(`L’enfant est déjà inscrit ${datesInFrench(other)} : changez les dates de cette inscription.`),
    { extensions: { overlaps: { enrolmentId: other.id, from: other.fromDate, to: other.toDate } } },
  );
}
