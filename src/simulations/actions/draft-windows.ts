import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import type { FieldError } from '../../kernel/problem.js';
import {
  LoadWaivers,
  LoadWindows,
  mergedPolicy,
  type PricingFacts,
  type SessionRow,
  type SessionWindows,
  type WaiverHistory,
  waivedUntil,
  waivedWindow,
} from '../../prestations/index.js';
import {
  type BookingPolicy,
  compileDeadline,
  compileWholePolicy,
  type PolicyInstants,
  policyOfPublics,
  publicsOf,
} from '../../reglement/index.js';
import { dayNumber } from '../rules/day-number.js';
import { MeetingsOfDay, type WaivedInstants } from '../rules/meetings.js';
import type { Asker } from './load-months.js';
import { cannotHold, type DraftOfPrestation, notValid } from './read-draft.js';

/** What a draft sets for one session. */
export interface DraftedSession {
  readonly forAll: PolicyInstants;
  /** Null where it waives nobody. */
  readonly waived: WaivedInstants | null;
  /** Null where no public has rules apart. */
  readonly ofChild: ((facts: PricingFacts, child: Asker) => MeetingsOfDay) | null;
}

export interface Drafted {
  /** By session. */
  readonly drafted: ReadonlyMap<number, DraftedSession>;
  /** Those that a waiver of the draft may hold for. */
  readonly waivedFamilies: readonly number[];
}

const NOBODY = { familyIds: [], childIds: [] };

/** What the draft sets for each session, but for the days of which the mairie decided otherwise. */
@Injectable()
export class DraftWindows {
  constructor(
    private readonly loadWindows: LoadWindows,
    private readonly loadWaivers: LoadWaivers,
  ) {}

  /** Throws DRAFT_NOT_VALID on a policy that cannot hold on a day. */
  async run(collectiviteId: number, drafts: readonly DraftOfPrestation[]): Promise<Drafted> {
    const prestationIds = drafts.flatMap(({ prestation, policy }) => (policy ? [prestation.id] : []));
    const drafted = new Map<number, DraftedSession>();
    if (prestationIds.length === 0) return { drafted, waivedFamilies: [] };
    const planned = await this.loadWindows.run(collectiviteId, prestationIds, NOBODY);
    const waivers = await this.loadWaivers.history(collectiviteId);
    const errors: FieldError[] = [];
    for (const draft of drafts) {
      if (!draft.policy) continue;
      const windows = new WindowsOfPrestation(draft, draft.policy, planned, waivers);
      try {
        for (const session of draft.sessions) drafted.set(session.id, windows.of(session));
      } catch (error) {
        errors.push({ field: draft.policyField, message: cannotHold(error) });
      }
    }
    if (errors.length > 0) throw notValid(errors);
    const waives = [...drafted.values()].some(({ waived }) => waived !== null);
    return { drafted, waivedFamilies: waives ? waivers.familyIds : [] };
  }
}

class WindowsOfPrestation {
  private readonly compiled = new Map<string, (date: Temporal.PlainDate) => PolicyInstants>();
  private readonly ruled = new Map<number | null, BookingPolicy>();
  private readonly publics = new Map<string, { from: number; until: number; publics: readonly number[] }>();

  constructor(
    private readonly draft: DraftOfPrestation,
    private readonly policy: BookingPolicy,
    private readonly planned: SessionWindows,
    private readonly waivers: WaiverHistory,
  ) {}

  of(session: SessionRow): DraftedSession {
    const policy = this.ruling(session);
    const forAll = this.instantsOf(session, []);
    // Said of the whole draft at once, before a child of that public is met.
    for (const index of (policy.publics ?? []).keys()) this.instantsOf(session, [index]);
    return {
      forAll,
      waived: this.waivedInstants(session, policy, forAll),
      ofChild: policy.publics?.length ? this.ofChild(session, policy) : null,
    };
  }

  /** What the mairie decided for a day holds under a draft too. */
  private ruling(session: SessionRow): BookingPolicy {
    let policy = this.ruled.get(session.policyExceptionId);
    if (!policy) {
      const rules = this.planned.exceptionFor(session);
      policy = mergedPolicy(this.policy, rules && { rules });
      this.ruled.set(session.policyExceptionId, policy);
    }
    return policy;
  }

  private instantsOf(session: SessionRow, publics: readonly number[]): PolicyInstants {
    const key = `${session.policyExceptionId}/${publics.join()}`;
    let instantsOn = this.compiled.get(key);
    if (!instantsOn) {
      instantsOn = compileWholePolicy(policyOfPublics(this.ruling(session), publics), this.draft.context);
      this.compiled.set(key, instantsOn);
    }
    return instantsOn(session.date);
  }

  private ofChild(session: SessionRow, policy: BookingPolicy): DraftedSession['ofChild'] {
    const known = new Map<string, MeetingsOfDay>();
    return (facts, child) => {
      const publics = this.publicsOf(session, policy, facts, child);
      let meetings = known.get(publics.join());
      if (!meetings) {
        const instants = this.instantsOf(session, publics);
        meetings = new MeetingsOfDay(instants.operations, this.waivedInstants(session, policy, instants));
        known.set(publics.join(), meetings);
      }
      return meetings;
    };
  }

  /** Asked once for as long as what is known of the child stays the same; sessions come month by month. */
  private publicsOf(session: SessionRow, policy: BookingPolicy, facts: PricingFacts, child: Asker): readonly number[] {
    const { prestationId, date, policyExceptionId } = session;
    const key = `${child.childId}/${child.familyId}/${policyExceptionId}`;
    const on = dayNumber(date);
    const last = this.publics.get(key);
    if (last && last.from <= on && on <= last.until) return last.publics;
    const use = { childId: child.childId, familyId: child.familyId, prestationId, date };
    const publics = publicsOf(policy, facts.context(use));
    this.publics.set(key, { from: on, until: dayNumber(facts.sameUntil(use)), publics });
    return publics;
  }

  /** As at that moment: a waiver granted later did not let anybody ask, and one taken back since did. */
  private waivedInstants(
    { date }: SessionRow,
    { waivers = [] }: BookingPolicy,
    { operations, ordersAt }: PolicyInstants,
  ): WaivedInstants | null {
    if (waivers.length === 0 || this.waivers.familyIds.length === 0) return null;
    const { context } = this.draft;
    return (familyId, operation, at) => {
      if (!this.waivers.has(familyId)) return null;
      const kinds = this.waivers.kindsAt(familyId, date, Temporal.Instant.fromEpochMilliseconds(at));
      const deadlines = waivers
        .filter(({ kind }) => kinds.has(kind))
        .flatMap(({ add, cancel }) => (operation === 'ADD' ? add : cancel) ?? []);
      if (deadlines.length === 0) return null;
      const compiled = deadlines.map((deadline) => compileDeadline(deadline, context));
      return waivedWindow(operations[operation], waivedUntil(compiled, { date, ordersAt, zone: context.zone }));
    };
  }
}
