import { Injectable } from '@nestjs/common';
import { FindMenuTypes } from '../../../collectivites/index.js';
import {
  type ChildCard,
  FindChildren,
  type HouseholdBook,
  LoadHouseholds,
  LoadQuotients,
  type QuotientBook,
  schoolLevelOf,
} from '../../../families/index.js';
import { isBefore, lastAlike, Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import type { PricingContext } from '../../../reglement/index.js';
import { type EnrolmentBook, LoadEnrolments } from '../enrolments/load-enrolments.js';

/** For whom and what a price is asked. */
export interface PricedUse {
  readonly familyId: number;
  readonly childId: number;
  readonly prestationId: number;
  readonly date: Temporal.PlainDate;
  /** The menu of that day; absent or null: the usual one of the child. */
  readonly menuTypeId?: number | null | undefined;
}

interface Sources {
  readonly quotients: QuotientBook;
  readonly households: HouseholdBook;
  readonly enrolments: EnrolmentBook;
  readonly children: ReadonlyMap<number, ChildCard>;
  readonly menusFromHome: ReadonlySet<number>;
}

/** What is known of some families and children, on any date, as tariffs ask it. */
export class PricingFacts {
  constructor(private readonly sources: Sources) {}

  context({ familyId, childId, prestationId, date, menuTypeId }: PricedUse): PricingContext {
    const { quotients, households, enrolments, children, menusFromHome } = this.sources;
    const child = children.get(childId);
    if (!child) throw new Error(`child ${childId} was not loaded`);
    const quotient = quotients.quotientOn(familyId, date);
    const expiredOn = quotient === null ? quotients.expiredOn(familyId, date) : null;
    const siblings = households.childrenOn(familyId, date);
    const enrolled = siblings.filter(({ childId: id }) => enrolments.isEnrolled(id, prestationId, date));
    return {
      quotient,
      ...(expiredOn === null ? {} : { quotientExpiredOn: expiredOn.toString() }),
      on: date.toString(),
      resident: households.isResident(familyId),
      childRank: rankIn(siblings, childId),
      enrolledRank: rankIn(enrolled, childId),
      children: Math.max(1, siblings.length),
      schoolLevel: schoolLevelOf(child, date),
      age: child.birthDate.until(date, { largestUnit: 'years' }).years,
      daysPerWeek: enrolments.on(childId, prestationId, date)?.daysPerWeek ?? null,
      pai: menusFromHome.has(menuTypeId ?? child.menuTypeId),
    };
  }

  /** The last day, from the given one on, on which `context` answers the same but for the day itself. */
  sameUntil({ familyId, childId, prestationId, date }: PricedUse): Temporal.PlainDate {
    const { quotients, households, enrolments, children } = this.sources;
    const { birthDate } = children.get(childId)!;
    const enrolled = [childId, ...households.childrenOn(familyId, date).map((child) => child.childId)].flatMap((id) =>
      enrolments.of(id, prestationId).map(({ fromDate, toDate }) => ({ from: fromDate, to: toDate })),
    );
    const ends = [
      quotients.sameUntil(familyId, date),
      households.sameUntil(familyId, date),
      lastAlike(enrolled, date),
      eveOf(birthDate, date),
      endOfSchoolYear(date),
    ];
    return ends.filter((end) => end !== null).reduce((a, b) => (isBefore(b, a) ? b : a));
  }
}

/** A constant number of queries, whatever the families, the children and the days. */
@Injectable()
export class LoadPricingFacts {
  constructor(
    private readonly database: Database,
    private readonly loadQuotients: LoadQuotients,
    private readonly loadHouseholds: LoadHouseholds,
    private readonly loadEnrolments: LoadEnrolments,
    private readonly findChildren: FindChildren,
    private readonly findMenuTypes: FindMenuTypes,
  ) {}

  run(
    collectiviteId: number,
    { familyIds, childIds }: { readonly familyIds: Iterable<number>; readonly childIds: Iterable<number> },
  ): Promise<PricingFacts> {
    const families = [...new Set(familyIds)];
    return this.database.read(async () => {
      const households = await this.loadHouseholds.run(collectiviteId, families);
      const ids = new Set([...childIds, ...households.childIds]);
      const menus = await this.findMenuTypes.run(collectiviteId);
      return new PricingFacts({
        households,
        quotients: await this.loadQuotients.run(collectiviteId, families),
        enrolments: await this.loadEnrolments.run(collectiviteId, [...ids]),
        children: await this.findChildren.run(collectiviteId, ids),
        menusFromHome: new Set(menus.filter(({ broughtByFamily }) => broughtByFamily).map(({ id }) => id)),
      });
    });
  }
}

/** The eve of the next birthday: from then on the child is a year older. */
function eveOf(birthDate: Temporal.PlainDate, date: Temporal.PlainDate): Temporal.PlainDate {
  const { month, day } = birthDate;
  const eveIn = (year: number) =>
    day === 1
      ? new Temporal.PlainDate(year, month, 1).subtract({ days: 1 })
      : new Temporal.PlainDate(year, month, day - 1);
  const thisYear = eveIn(date.year);
  return isBefore(thisYear, date) ? eveIn(date.year + 1) : thisYear;
}

/** Classes change with the school year. */
function endOfSchoolYear(date: Temporal.PlainDate): Temporal.PlainDate {
  return new Temporal.PlainDate(date.month >= 9 ? date.year + 1 : date.year, 8, 31);
}

/** From 1. A child who is not of the household that day (it came all the same) counts after the others. */
function rankIn(children: readonly ChildCard[], childId: number): number {
  const index = children.findIndex((child) => child.childId === childId);
  return index === -1 ? children.length + 1 : index + 1;
}
