import { Injectable } from '@nestjs/common';
import { type CivilCalendar, FindCalendar } from '../../calendar/index.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindFamilies } from '../../families/index.js';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { simulationsProblems } from '../problems.js';
import { type Gains, gainsOf } from '../rules/gains.js';
import { periodRefusal } from '../rules/period.js';
import { Totals } from '../rules/totals.js';
import { type DraftOfPrestation, type PrestationToDraft, ReadDraft } from './read-draft.js';
import { ReplayPeriod } from './replay-period.js';

export interface RequestedSimulation {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly prestations: readonly PrestationToDraft[];
}

export interface Simulation {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly totals: Totals;
  readonly gains: Gains;
  /** Of prestations. */
  readonly names: ReadonlyMap<number, string>;
  /** Of the families that are named. */
  readonly familyNames: ReadonlyMap<number, string>;
}

const FAMILIES_NAMED = 20;

/** What a draft règlement would have changed on days that have passed. Nothing is written. */
@Injectable()
export class SimulateReglement {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findCalendar: FindCalendar,
    private readonly findFamilies: FindFamilies,
    private readonly readDraft: ReadDraft,
    private readonly replayPeriod: ReplayPeriod,
  ) {}

  /** Throws NOT_FOUND, SIMULATION_PERIOD, DRAFT_NOT_VALID. */
  async run(collectiviteId: number, { from, to, prestations: wanted }: RequestedSimulation): Promise<Simulation> {
    const { calendar, drafts } = await this.prepare(collectiviteId, { from, to, wanted });
    const totals = new Totals();
    await this.replayPeriod.run(collectiviteId, { calendar, drafts }, totals);
    const gains = gainsOf(totals.families.values(), FAMILIES_NAMED);
    const named = [...gains.gaining, ...gains.losing].map(({ familyId }) => familyId);
    const cards = await this.findFamilies.run(collectiviteId, named);
    return {
      ...{ from, to, totals, gains },
      names: new Map(drafts.map(({ prestation }) => [prestation.id, prestation.name])),
      familyNames: new Map([...cards].map(([familyId, { name }]) => [familyId, name])),
    };
  }

  private prepare(
    collectiviteId: number,
    { from, to, wanted }: { from: Temporal.PlainDate; to: Temporal.PlainDate; wanted: readonly PrestationToDraft[] },
  ): Promise<{ calendar: CivilCalendar; drafts: DraftOfPrestation[] }> {
    return this.database.read(async () => {
      const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
      const calendar = await this.findCalendar.run(collectiviteId, null);
      const refusal = periodRefusal({ from, to }, dateIn(zone, this.clock.now()), calendar);
      if (refusal) throw simulationsProblems.SIMULATION_PERIOD(refusal.message, { errors: [refusal] });
      return { calendar, drafts: await this.readDraft.run(collectiviteId, { wanted, zone, from, to }) };
    });
  }
}
