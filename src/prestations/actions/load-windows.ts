import { Injectable } from '@nestjs/common';
import { type CivilCalendar, FindCalendar } from '../../calendar/index.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { Temporal, wallClock } from '../../kernel/civil-time.js';
import {
  type BookingPolicy,
  type CompiledDeadline,
  compileDeadline,
  compilePolicy,
  type Deadline,
  deadlineSentence,
  type OperationInstants,
  type PolicyContext,
  type PolicyInstants,
  serviceDays,
  type Waiver,
} from '../../reglement/index.js';
import { Database } from '../../platform/database/database.js';
import type { PrestationRow } from '../data/prestation.entity.js';
import type { SessionRow } from '../data/session.entity.js';
import { weekdaysOf } from '../rules/weekdays.js';
import { FindPrestations } from './find-prestations.js';
import { LoadPolicies, type PolicyBook } from './load-policies.js';
import { LoadWaivers, type WaiverBook } from './load-waivers.js';

interface Sources {
  readonly zone: string;
  readonly prestations: ReadonlyMap<number, PrestationRow>;
  readonly policies: PolicyBook;
  readonly waivers: WaiverBook;
  /** By site; those whose prestations have nothing to compute are absent. */
  readonly calendars: ReadonlyMap<number, CivilCalendar>;
}

/**
 * Until when one books and gives up, and what comes after. The instants are those kept with each session, that
 * families were told; what happens after them is the policy's, and a waiver may let a family go further.
 */
export class SessionWindows {
  private readonly compiled = new Map<string, (date: Temporal.PlainDate) => PolicyInstants>();
  /** Of waivers, by prestation: a deadline counts the days of one calendar. */
  private readonly compiledDeadlines = new Map<number, Map<Deadline, CompiledDeadline>>();

  constructor(private readonly sources: Sources) {}

  add(session: SessionRow, familyId: number): OperationInstants {
    const kept = { opensAt: session.addOpensAt, closesAt: session.addClosesAt, endsAt: session.addEndsAt };
    return this.windowOf(session, familyId, 'ADD', kept);
  }

  cancel(session: SessionRow, familyId: number): OperationInstants {
    const kept = { opensAt: null, closesAt: session.cancelClosesAt, endsAt: session.cancelEndsAt };
    return this.windowOf(session, familyId, 'CANCEL', kept);
  }

  /** Until when a day is exchanged for another (MODIFY), or its menu changed (DIET); its end is the policy's to tell. */
  change(session: SessionRow, operation: 'MODIFY' | 'DIET'): OperationInstants {
    const closesAt = operation === 'MODIFY' ? session.modifyClosesAt : session.dietClosesAt;
    const policy = this.policyOf(session);
    const rule = operation === 'MODIFY' ? policy?.modify : policy?.diet;
    if (!policy || !rule?.afterDeadline?.length) return { opensAt: null, closesAt, endsAt: closesAt, late: [] };
    const { late, endsAt } = this.instantsOf(session, policy).operations[operation];
    return { opensAt: null, closesAt, endsAt, late };
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
  ruleOf(session: SessionRow, familyId: number, operation: 'ADD' | 'CANCEL'): string | null {
    const policy = this.policyOf(session);
    const [window, kept, rule] =
      operation === 'ADD'
        ? [this.add(session, familyId), session.addClosesAt, policy?.add]
        : [this.cancel(session, familyId), session.cancelClosesAt, policy?.cancel];
    return rule && window.closesAt.equals(kept) ? deadlineSentence(rule.deadline, operation) : null;
  }

  private windowOf(
    session: SessionRow,
    familyId: number,
    operation: 'ADD' | 'CANCEL',
    kept: Omit<OperationInstants, 'late'>,
  ): OperationInstants {
    const policy = this.policyOf(session);
    if (!policy) return { ...kept, late: [] };
    const late =
      Temporal.Instant.compare(kept.closesAt, kept.endsAt) < 0
        ? this.instantsOf(session, policy).operations[operation].late
        : [];
    const waived = this.waivedUntil(session, familyId, operation, policy.waivers ?? []);
    if (waived === null || Temporal.Instant.compare(waived, kept.closesAt) <= 0) return { ...kept, late };
    return { ...kept, closesAt: waived, endsAt: latest(waived, kept.endsAt), late };
  }

  private instantsOf(session: SessionRow, policy: BookingPolicy): PolicyInstants {
    const key = `${session.bookingPolicyId}/${session.policyExceptionId}`;
    const compiled = this.compiled.get(key) ?? compilePolicy(policy, this.contextOf(session));
    this.compiled.set(key, compiled);
    return compiled(session.date);
  }

  /** Never beyond the kitchen's order: from then on nothing moves, whoever asks. */
  private waivedUntil(
    session: SessionRow,
    familyId: number,
    operation: 'ADD' | 'CANCEL',
    waivers: readonly Waiver[],
  ): Temporal.Instant | null {
    const kinds = waivers.length === 0 ? null : this.sources.waivers.kindsOf(familyId, session.date);
    const deadlines = waivers
      .filter(({ kind }) => kinds?.has(kind))
      .flatMap(({ add, cancel }) => (operation === 'ADD' ? add : cancel) ?? []);
    if (deadlines.length === 0) return null;
    const closings = deadlines.map(
      (deadline) =>
        this.compiledFor(session, deadline).closesAt(session.date) ??
        wallClock(session.date, '24:00', this.sources.zone),
    );
    const last = closings.reduce(latest);
    return Temporal.Instant.compare(last, session.ordersAt) < 0 ? last : session.ordersAt;
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
  ) {}

  /** For the sessions of these prestations, and these families. */
  run(collectiviteId: number, prestationIds: readonly number[], familyIds: Iterable<number>): Promise<SessionWindows> {
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
        waivers: await this.loadWaivers.run(collectiviteId, familyIds),
        calendars,
      });
    });
  }
}

function needsCalendar({ add, cancel, modify, diet, waivers = [] }: Partial<BookingPolicy>): boolean {
  return waivers.length > 0 || [add, cancel, modify, diet].some((rule) => (rule?.afterDeadline ?? []).length > 0);
}

function latest(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}
