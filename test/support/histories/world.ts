import { Temporal } from '../../../src/kernel/civil-time.js';
import { Problem } from '../../../src/kernel/problem.js';
import type { PayfipSimulator } from '../../../src/payfip-simulator/simulator.js';
import type { RunningService } from '../application.js';
import { addHousehold, type Commune, type Household, openCommune } from '../school.js';
import { enterSettings } from './settings.js';

export interface HeldSession {
  readonly id: number;
  readonly date: Temporal.PlainDate;
}

/** A commune, two families and their years, as a history plays them. */
export interface World {
  readonly service: RunningService;
  readonly simulator: PayfipSimulator;
  readonly commune: Commune;
  /** Paid at booking; each of its days has one place. */
  readonly centre: { readonly id: number; readonly policyId: number };
  readonly accountId: number;
  readonly households: readonly Household[];
  /** Of the canteen. */
  readonly sessions: HeldSession[];
  /** Of the centre. */
  readonly days: HeldSession[];
  /** What the Trésorerie has told so far, piece by piece: it tells everything again each time. */
  readonly collected: Map<number, string[]>;
  /** The last day that an ordinary run billed. */
  billedUntil: Temporal.PlainDate;
}

export const FIRST_DAY = Temporal.PlainDate.from('2026-09-01');
export const MONTHS = 24;

/** `thresholdCents`: what an invoice must reach to be issued. */
export async function newWorld(
  service: RunningService,
  simulator: PayfipSimulator,
  thresholdCents: number,
): Promise<World> {
  await turnBackTo(service, Temporal.Instant.from('2026-09-01T09:00:00+02:00'));
  const commune = await openCommune(service, { issue_threshold_cents: thresholdCents });
  const { collectiviteId, siteId } = commune;
  const centre = await service.fixtures.prestation(collectiviteId, siteId, {
    ...{ name: 'Centre de loisirs', name_key: `centre${siteId}`, kind: 'LEISURE_CENTRE' },
    ...{ payment_mode: 'R', budget_function: '331', orders_meals: 0 },
  });
  const { id: accountId } = await service.fixtures.account([{ collectiviteId, role: 'agent' }]);
  const households = [await addHousehold(service, commune, 'ARNAUD'), await addHousehold(service, commune, 'BERNARD')];
  for (const { childId } of households) await service.fixtures.enrolment(collectiviteId, centre.id, childId);
  await enterSettings(service, { collectiviteId, prestationIds: [commune.canteen.id, centre.id], accountId });
  return {
    ...{ service, simulator, commune, centre, accountId, households },
    ...{ sessions: [], days: [], collected: new Map() },
    billedUntil: FIRST_DAY.subtract({ days: 1 }),
  };
}

/** The tasks forget that they ran two years later, in the history before. */
async function turnBackTo({ clock, database }: RunningService, start: Temporal.Instant): Promise<void> {
  clock.set(start);
  await database.unit(() => database.change('DELETE FROM tasks'));
}

export function today({ service }: World): Temporal.PlainDate {
  return service.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate();
}

/** The first day of a month of the history, at 9 h; where the history is later already, it goes on from there. */
export function monthComes({ service }: World, month: number): void {
  const first = FIRST_DAY.add({ months: month }).toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '09:00' });
  if (Temporal.Instant.compare(service.clock.now(), first.toInstant()) < 0) service.clock.set(first.toInstant());
}

export function rowsOf<Row>({ service }: World, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
  return service.database.read(() => service.database.rows<Row>(sql, parameters));
}

/** What was asked may be refused, as long as it is refused kindly: null then. Anything else is a fault. */
export async function orRefused<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem && (error.kind.status < 500 || error.code === 'PAYFIP_UNAVAILABLE')) return null;
    throw error;
  }
}
