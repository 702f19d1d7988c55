import { Injectable, Logger } from '@nestjs/common';
import type { CivilCalendar } from '../../calendar/index.js';
import { LoadCustody } from '../../families/index.js';
import { Database } from '../../platform/database/database.js';
import { LoadPolicies, LoadTariffs } from '../../prestations/index.js';
import type { BookingPolicy, Quote } from '../../reglement/index.js';
import { NO_DAYS } from '../rules/days.js';
import type { ChildMonth } from '../rules/month.js';
import { cameUnbooked, type FamilyOn, payersOf } from '../rules/payers.js';
import { replayMonth } from '../rules/replay-month.js';
import type { Totals } from '../rules/totals.js';
import { LoadAnnouncedAbsences } from './announced-absences.js';
import { DraftWindows } from './draft-windows.js';
import { type ChildOfFamily, LoadFacts } from './facts-book.js';
import { LoadMonths } from './load-months.js';
import type { DraftOfPrestation } from './read-draft.js';
import { type MonthToReplay, type Sources, type Step, stepsOf } from './replay-steps.js';

/** What is replayed with what. */
export interface PeriodToReplay {
  /** Of the whole commune: school periods are told by it. */
  readonly calendar: CivilCalendar;
  readonly drafts: readonly DraftOfPrestation[];
}

/** The database gathers the next months while one is priced. */
const STEPS_AHEAD = 1;

/**
 * Replays a period, a few prestations at a time and then month by month: what is held in memory is one month of these,
 * and each step is a read of its own, so that the service goes on answering.
 */
@Injectable()
export class ReplayPeriod {
  private readonly log = new Logger('Simulations');

  constructor(
    private readonly database: Database,
    private readonly loadTariffs: LoadTariffs,
    private readonly loadPolicies: LoadPolicies,
    private readonly loadCustody: LoadCustody,
    private readonly loadAbsences: LoadAnnouncedAbsences,
    private readonly draftWindows: DraftWindows,
    private readonly loadFacts: LoadFacts,
    private readonly loadMonths: LoadMonths,
  ) {}

  /** Adds all that it finds to `totals`. Throws DRAFT_NOT_VALID on a policy that cannot hold on a day. */
  async run(collectiviteId: number, period: PeriodToReplay, totals: Totals): Promise<void> {
    const sources = await this.sources(collectiviteId, period);
    const steps = stepsOf(period.drafts, sources);
    const coming: { readonly step: Step; readonly loading: Promise<ChildMonth[][]> }[] = [];
    const loadNext = () => {
      const { value: step } = steps.next();
      if (!step) return;
      // One after the other: what counts bookings counts them month by month.
      const before = coming.at(-1)?.loading ?? Promise.resolve();
      const loading = before.then(() => this.load(collectiviteId, step, sources));
      loading.catch(() => undefined);
      coming.push({ step, loading });
    };
    for (let ahead = 0; ahead <= STEPS_AHEAD; ahead += 1) loadNext();
    for (let next = coming[0]; next; next = coming[0]) {
      const children = await next.loading;
      coming.shift();
      loadNext();
      await this.replay(collectiviteId, next.step, { children, sources, totals });
      this.log.debug(`collectivité ${collectiviteId}: ${told(next.step)} replayed`);
    }
  }

  private async sources(collectiviteId: number, { calendar, drafts }: PeriodToReplay): Promise<Sources> {
    return this.database.read(async () => {
      const prestationIds = drafts.map(({ prestation }) => prestation.id);
      const sessions = drafts.flatMap((draft) => draft.sessions);
      const policies = new Map<number, BookingPolicy>(
        drafts.flatMap(({ prestation, policy }) => (policy ? [[prestation.id, policy]] : [])),
      );
      return {
        calendar,
        tariffs: await this.loadTariffs.run(collectiviteId, prestationIds),
        policies: await this.loadPolicies.run(collectiviteId, prestationIds),
        ...(await this.draftWindows.run(collectiviteId, drafts)),
        absences: await this.loadAbsences.run(collectiviteId, sessions, policies),
      };
    });
  }

  private load(
    collectiviteId: number,
    { months, wanted, facts }: Step,
    { absences }: Sources,
  ): Promise<ChildMonth[][]> {
    return this.loadMonths.run(collectiviteId, months, wanted, { absences, facts });
  }

  private replay(
    collectiviteId: number,
    { months, facts }: Step,
    { children, sources, totals }: { children: readonly ChildMonth[][]; sources: Sources; totals: Totals },
  ): Promise<void> {
    return this.database.read(async () => {
      const unbooked = children.flat().filter((child) => cameUnbooked(child) !== NO_DAYS);
      const custody = await this.loadCustody.run(collectiviteId, new Set(unbooked.map(({ childId }) => childId)));
      const familyOn: FamilyOn = (childId, date) => custody.familyOn(childId, date);
      await this.loadFacts.run(collectiviteId, facts, eachPayer(months, children, familyOn));
      for (const [index, month] of months.entries()) replayOne(month, children[index]!, { familyOn, sources, totals });
    });
  }
}

/** How far it is. */
function told({ months }: Step): string {
  return `${months[0]?.month.dates[0]?.toString().slice(0, 7)}, ${months.length} prestations,`;
}

function* eachPayer(
  months: readonly MonthToReplay[],
  children: readonly ChildMonth[][],
  familyOn: FamilyOn,
): Generator<ChildOfFamily> {
  for (const [index, { month }] of months.entries())
    for (const child of children[index]!)
      for (const familyId of payersOf(month, child, familyOn)) yield { childId: child.childId, familyId };
}

function replayOne(
  { replay: { draft, quotes, lists, tallies }, month }: MonthToReplay,
  children: readonly ChildMonth[],
  { familyOn, sources, totals }: { familyOn: FamilyOn; sources: Sources; totals: Totals },
): void {
  const { calendar, tariffs } = sources;
  const { tariff } = draft;
  const inForce = month.dates.map((date) => tariffs.on(month.prestationId, date)?.tariff ?? null);
  const prices = {
    inForce: quotes.of(month.dates, inForce),
    draft:
      tariff &&
      quotes.of(
        month.dates,
        month.dates.map(() => tariff.compiled),
      ),
    promised: (promise: Quote) => lists.of(promise),
  };
  const ofPrestation = totals.of(month.prestationId);
  replayMonth(month, children, { prices, familyOn, tallies, calendar }, ofPrestation);
  for (const child of children) ofPrestation.meet(month, child);
}
