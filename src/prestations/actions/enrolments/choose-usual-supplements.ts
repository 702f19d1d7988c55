import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { ChangeEnrolment } from './change-enrolment.js';
import { type FamilyEnrolment, ListFamilyEnrolments } from './list-family-enrolments.js';

/** What a child takes beside a prestation on the days that are booked from now on; those that are reserved stay. */
@Injectable()
export class ChooseUsualSupplements {
  constructor(
    private readonly database: Database,
    private readonly listFamilyEnrolments: ListFamilyEnrolments,
    private readonly changeEnrolment: ChangeEnrolment,
  ) {}

  /** For a child of the family. Throws NOT_FOUND, SUPPLEMENT_UNKNOWN, SUPPLEMENTS_CHANGED. */
  run(
    family: { readonly collectiviteId: number; readonly familyId: number },
    enrolmentId: number,
    wanted: { readonly supplements: readonly string[]; readonly replaces?: readonly string[] | null | undefined },
  ): Promise<FamilyEnrolment> {
    return this.database.unit(async () => {
      const { prestation } = await this.one(family, enrolmentId);
      const which = { prestationId: prestation.id, enrolmentId };
      await this.changeEnrolment.run(family.collectiviteId, which, wanted);
      return this.one(family, enrolmentId);
    });
  }

  private async one(
    family: { readonly collectiviteId: number; readonly familyId: number },
    enrolmentId: number,
  ): Promise<FamilyEnrolment> {
    const found = (await this.listFamilyEnrolments.run(family)).find(({ enrolment }) => enrolment.id === enrolmentId);
    if (!found) throw httpProblems.NOT_FOUND('Cette inscription n’existe pas, ou vous n’y avez pas accès.');
    return found;
  }
}
