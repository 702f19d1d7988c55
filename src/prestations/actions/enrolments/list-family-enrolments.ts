import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { type ChildCard, FindChildrenOfFamily } from '../../../families/index.js';
import { dateIn, isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { offeredSupplements, type Supplement } from '../../../reglement/index.js';
import type { EnrolmentRow } from '../../data/enrolment.entity.js';
import type { PrestationRow } from '../../data/prestation.entity.js';
import { FindPrestations } from '../find-prestations.js';
import { LoadEnrolments } from './load-enrolments.js';
import { LoadPricingFacts } from '../tariffs/load-pricing-facts.js';
import { LoadTariffs } from '../tariffs/load-tariffs.js';

export interface FamilyEnrolment {
  readonly enrolment: EnrolmentRow;
  readonly child: ChildCard;
  readonly prestation: PrestationRow;
  /** What the tariffs of its days to come let choose, at the first price for this family. */
  readonly offered: readonly Supplement[];
}

/** What the children of a family are enrolled in, today and later, eldest first. */
@Injectable()
export class ListFamilyEnrolments {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findChildren: FindChildrenOfFamily,
    private readonly findPrestations: FindPrestations,
    private readonly loadEnrolments: LoadEnrolments,
    private readonly loadPricingFacts: LoadPricingFacts,
    private readonly loadTariffs: LoadTariffs,
  ) {}

  run({
    collectiviteId,
    familyId,
  }: {
    readonly collectiviteId: number;
    readonly familyId: number;
  }): Promise<FamilyEnrolment[]> {
    const now = this.clock.now();
    return this.database.read(async () => {
      const today = dateIn((await this.findCollectivite.run(collectiviteId)).timeZone, now);
      const children = await this.findChildren.run(collectiviteId, familyId, today, today.add({ years: 1 }));
      const childIds = children.map(({ childId }) => childId);
      const prestations = new Map((await this.findPrestations.run(collectiviteId)).map((row) => [row.id, row]));
      const tariffs = await this.loadTariffs.run(collectiviteId, [...prestations.keys()]);
      const facts = await this.loadPricingFacts.run(collectiviteId, { familyIds: [familyId], childIds });
      const { enrolments } = await this.loadEnrolments.run(collectiviteId, childIds);
      return children.flatMap((child) =>
        enrolments
          .filter((one) => one.childId === child.childId && isToCome(one, today))
          .flatMap((enrolment) => {
            const { childId } = child;
            const { prestationId, fromDate, toDate } = enrolment;
            const prestation = prestations.get(prestationId);
            if (!prestation) return [];
            const span = { from: isBefore(today, fromDate) ? fromDate : today, to: toDate };
            const offered = tariffs
              .within(prestationId, span)
              .map(({ from: date }) => date)
              .map((date) =>
                tariffs.on(prestationId, date)!.tariff.quote(facts.context({ familyId, childId, prestationId, date })),
              )
              .flatMap(offeredSupplements);
            return [{ enrolment, child, prestation, offered: firstOfEach(offered) }];
          }),
      );
    });
  }
}

function isToCome({ toDate }: EnrolmentRow, today: Temporal.PlainDate): boolean {
  return toDate === null || !isBefore(toDate, today);
}

function firstOfEach(offered: readonly Supplement[]): Supplement[] {
  return offered.filter(({ label }, index) => offered.findIndex((one) => one.label === label) === index);
}
