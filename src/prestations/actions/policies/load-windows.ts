import { Injectable } from '@nestjs/common';
import { type CivilCalendar, FindCalendar } from '../../../calendar/index.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import { Temporal } from '../../../kernel/civil-time.js';
import {
  type BookingPolicy,
  type CompiledDeadline,
  compileDeadline,
  compilePolicy,
  type Deadline,
  type DeadlineOperation,
  deadlineSentence,
  type OperationInstants,
  operationsApart,
  type PolicyContext,
  type PolicyInstants,
  policyOfPublics,
  type PublicRules,
  publicSentence,
  publicsOf,
  serviceDays,
} from '../../../reglement/index.js';
import { Database } from '../../../platform/database/database.js';
import type { PrestationRow } from '../../data/prestation.entity.js';
import type { SessionRow } from '../../data/session.entity.js';
import { waivedUntil, waivedWindow } from '../../rules/waived-window.js';
import { weekdaysOf } from '../../rules/weekdays.js';
import { FindPrestations } from '../find-prestations.js';
import { LoadPricingFacts, type PricingFacts } from '../tariffs/load-pricing-facts.js';
import { LoadPolicies, type PolicyBook } from './load-policies.js';
import { LoadWaivers, type WaiverBook } from '../waivers/load-waivers.js';

interface Sources {
  readonly zone: string;
  readonly prestations: ReadonlyMap<number, PrestationRow>;
  readonly policies: PolicyBook;
  readonly waivers: WaiverBook;
  /** Of the families and children who ask; null where no public has rules of its own. */
  readonly facts: PricingFacts | null;
  /** By site; those whose prestations have nothing to compute are absent. */
  readonly calendars: ReadonlyMap<number, CivilCalendar>;
}

/** Who books, gives up or changes. */
export interface Asker {
  readonly familyId: number;
  readonly childId: number;
}

/** What an operation of one child meets, and why. */
interface Judged {
  readonly window: OperationInstants;
  /** A waiver of the family moves the limit. */
  readonly waived: boolean;
  readonly policy: BookingPolicy | null;
  /** The public whose rule it is; null: everybody's. */
  readonly of: PublicRules['applies'] | null;
}

const FIELD = { ADD: 'add', CANCEL: 'cancel', MODIFY: 'modify', DIET: 'diet' } as const;

/**
 * Until when one books, gives up, exchanges a day or changes a menu, and what comes after. The instants are those kept
 * with each session, that families were told; what happens after them is the policy's. The children of a public that
 * has rules of its own go by these, and a waiver may let a family go further.
 */
export class SessionWindows {
  private readonly compiled = new Map<string, (date: Temporal.PlainDate) => PolicyInstants>();
  /** Of waivers, by prestation: a deadline counts the days of one calendar. */
  private readonly compiledDeadlines = new Map<number, Map<Deadline, CompiledDeadline>>();

  constructor(private readonly sources: Sources) {}

  of(session: SessionRow, asker: Asker, operation: DeadlineOperation): OperationInstants {
    return this.judged(session, asker, operation).window;
  }

  /** What the mairie decided for the day of a session, whatever the policy says of it; null: nothing. */
  exceptionFor(session: SessionRow): Partial<BookingPolicy> | null {
    return this.sources.policies.exceptionFor(session);
  }

  /** What rules a session: the policy it was planned with, and the exception made for its day. */
  policyOf(session: SessionRow): BookingPolicy | null {
    return this.sources.policies.ruling(session);
  }

  /** The rule behind one of these limits, as families read it; null where a waiver of theirs moves the limit. */
  ruleOf(session: SessionRow, asker: Asker, operation: DeadlineOperation): string | null {
    const { waived, policy, of } = this.judged(session, asker, operation);
    if (waived || policy === null) return null;
    const rule = policy[FIELD[operation]];
    if (!rule) return this.ruleOf(session, asker, this.followed(session, asker, operation));
    const sentence = deadlineSentence(rule.deadline, operation);
    return of === null ? sentence : publicSentence(of, sentence);
  }

  /** What an operation that has no rule goes by: a menu by booking, an exchange by the first of booking and giving up. */
  private followed(session: SessionRow, asker: Asker, operation: DeadlineOperation): 'ADD' | 'CANCEL' {
    if (operation !== 'MODIFY') return 'ADD';
    const [add, cancel] = [this.of(session, asker, 'ADD'), this.of(session, asker, 'CANCEL')];
    return Temporal.Instant.compare(add.closesAt, cancel.closesAt) <= 0 ? 'ADD' : 'CANCEL';
  }

  private judged(session: SessionRow, asker: Asker, operation: DeadlineOperation): Judged {
    const forAll = this.policyOf(session);
    if (!forAll) return { window: { ...keptOf(session, operation), late: [] }, waived: false, policy: null, of: null };
    const publics = this.publicsOf(session, forAll, asker);
    const apart = operationsApart(forAll, publics).has(operation);
    const policy = apart ? policyOfPublics(forAll, publics) : forAll;
    const window = apart
      ? this.apart(session, { policy, publics, operation })
      : this.asKept(session, forAll, operation);
    const waived = this.waivedUntil(session, asker, operation, policy);
    const moved = waived && waivedWindow(window, waived);
    const own = publics.map((index) => forAll.publics![index]!).find((one) => one[FIELD[operation]] !== undefined);
    return {
      window: moved ?? window,
      ...{ waived: moved !== null, policy, of: own?.applies ?? null },
    };
  }

  /** The instants that families were told, and the effects of the policy after them. */
  private asKept(session: SessionRow, policy: BookingPolicy, operation: DeadlineOperation): OperationInstants {
    const kept = keptOf(session, operation);
    if (!policy[FIELD[operation]]?.afterDeadline?.length) return { ...kept, late: [] };
    const { late, endsAt } = this.instantsOf(session, policy, []).operations[operation];
    if (operation === 'MODIFY' || operation === 'DIET') return { ...kept, endsAt, late };
    return { ...kept, late: Temporal.Instant.compare(kept.closesAt, kept.endsAt) < 0 ? late : [] };
  }

  /** No window outlives the order, for these children either. */
  private apart(
    session: SessionRow,
    {
      policy,
      publics,
      operation,
    }: { readonly policy: BookingPolicy; readonly publics: readonly number[]; readonly operation: DeadlineOperation },
  ): OperationInstants {
    const { opensAt, closesAt, endsAt, late } = this.instantsOf(session, policy, publics).operations[operation];
    const { ordersAt } = session;
    return {
      opensAt: operation === 'ADD' ? opensAt : null,
      closesAt: earliest(closesAt, ordersAt),
      endsAt: earliest(endsAt, ordersAt),
      late,
    };
  }

  private publicsOf(
    { prestationId, date }: SessionRow,
    policy: BookingPolicy,
    { familyId, childId }: Asker,
  ): readonly number[] {
    const { facts } = this.sources;
    if (!policy.publics?.length || facts === null) return [];
    return publicsOf(policy, facts.context({ familyId, childId, prestationId, date }));
  }

  private instantsOf(session: SessionRow, policy: BookingPolicy, publics: readonly number[]): PolicyInstants {
    const key = `${session.bookingPolicyId}/${session.policyExceptionId}/${publics.join()}`;
    const compiled = this.compiled.get(key) ?? compilePolicy(policy, this.contextOf(session));
    this.compiled.set(key, compiled);
    return compiled(session.date);
  }

  /** Never beyond the kitchen's order: from then on nothing moves, whoever asks. */
  private waivedUntil(
    session: SessionRow,
    asker: Asker,
    operation: DeadlineOperation,
    policy: BookingPolicy,
  ): Temporal.Instant | null {
    const { waivers = [] } = policy;
    const kinds = waivers.length === 0 ? null : this.sources.waivers.kindsOf(asker.familyId, session.date);
    const recognised = waivers.filter(({ kind }) => kinds?.has(kind));
    const deadlines = recognised.flatMap((waiver) => waiver[FIELD[operation]] ?? []);
    if (deadlines.length === 0) {
      if (recognised.length === 0 || policy[FIELD[operation]]) return null;
      return this.of(session, asker, this.followed(session, asker, operation)).closesAt;
    }
    const { date, ordersAt } = session;
    const compiled = deadlines.map((deadline) => this.compiledFor(session, deadline));
    return waivedUntil(compiled, { date, ordersAt, zone: this.sources.zone });
  }

  private compiledFor(session: SessionRow, deadline: Deadline): CompiledDeadline {
    const ofPrestation = this.compiledDeadlines.get(session.prestationId) ?? new Map<Deadline, CompiledDeadline>();
    this.compiledDeadlines.set(session.prestationId, ofPrestation);
    const compiled = ofPrestation.get(deadline) ?? compileDeadline(deadline, this.contextOf(session));
    ofPrestation.set(deadline, compiled);
    return compiled;
  }

  private contextOf({ prestationId }: SessionRow): PolicyContext {
    const prestation = this.sources.prestations.get(prestationId)!;
    const calendar = this.sources.calendars.get(prestation.siteId)!;
    const isServiceDay = serviceDays({ weekdays: weekdaysOf(prestation), runsOn: prestation.runsOn, calendar });
    return { calendar, isServiceDay, zone: this.sources.zone, startsAt: prestation.startsAt };
  }
}

/** A constant number of queries besides the calendars, which are read for the sites where something is to compute. */
@Injectable()
export class LoadWindows {
  constructor(
    private readonly database: Database,
    private readonly findCollectivite: FindCollectivite,
    private readonly findCalendar: FindCalendar,
    private readonly findPrestations: FindPrestations,
    private readonly loadPolicies: LoadPolicies,
    private readonly loadWaivers: LoadWaivers,
    private readonly loadPricingFacts: LoadPricingFacts,
  ) {}

  /** For the sessions of these prestations, and these families and children. */
  run(
    collectiviteId: number,
    prestationIds: readonly number[],
    askers: { readonly familyIds: readonly number[]; readonly childIds: readonly number[] },
  ): Promise<SessionWindows> {
    return this.database.read(async () => {
      const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
      const wanted = new Set(prestationIds);
      const all = await this.findPrestations.run(collectiviteId, { archived: true });
      const prestations = new Map(all.filter(({ id }) => wanted.has(id)).map((row) => [row.id, row]));
      const policies = await this.loadPolicies.run(collectiviteId, prestationIds);
      const computed = new Set([
        ...policies.versions.filter(({ policy }) => needsCalendar(policy)).map(({ prestationId }) => prestationId),
        ...([...policies.allExceptions].some(({ rules }) => needsCalendar(rules)) ? prestations.keys() : []),
      ]);
      const calendars = new Map<number, CivilCalendar>();
      for (const siteId of new Set([...computed].flatMap((id) => prestations.get(id)?.siteId ?? [])))
        calendars.set(siteId, await this.findCalendar.run(collectiviteId, siteId));
      return new SessionWindows({
        zone,
        prestations,
        policies,
        waivers: await this.loadWaivers.run(collectiviteId, askers.familyIds),
        facts: policies.versions.some(({ policy }) => (policy.publics ?? []).length > 0)
          ? await this.loadPricingFacts.run(collectiviteId, askers)
          : null,
        calendars,
      });
    });
  }
}

function needsCalendar({ add, cancel, modify, diet, waivers = [], publics = [] }: Partial<BookingPolicy>): boolean {
  const late = [add, cancel, modify, diet].some((rule) => (rule?.afterDeadline ?? []).length > 0);
  return late || waivers.length > 0 || publics.length > 0;
}

/** What a session keeps of an operation; how long a late change is accepted is the policy's to tell. */
function keptOf(session: SessionRow, operation: DeadlineOperation): Omit<OperationInstants, 'late'> {
  switch (operation) {
    case 'ADD':
      return { opensAt: session.addOpensAt, closesAt: session.addClosesAt, endsAt: session.addEndsAt };
    case 'CANCEL':
      return { opensAt: null, closesAt: session.cancelClosesAt, endsAt: session.cancelEndsAt };
    case 'MODIFY':
      return { opensAt: null, closesAt: session.modifyClosesAt, endsAt: session.modifyClosesAt };
    case 'DIET':
      return { opensAt: null, closesAt: session.dietClosesAt, endsAt: session.dietClosesAt };
  }
}

function earliest(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b;
}
