import { Injectable } from '@nestjs/common';
import { type CivilCalendar, DateOutsideCalendar, FindCalendar } from '../../calendar/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { plainDate } from '../../kernel/french.js';
import { groupedBy } from '../../kernel/lists.js';
import type { FieldError } from '../../kernel/problem.js';
import {
  FindPrestations,
  FindSessions,
  type PrestationRow,
  type SessionRow,
  weekdaysOf,
} from '../../prestations/index.js';
import {
  type BookingPolicy,
  type CompiledTariff,
  compileTariff,
  DeadlineNotDefined,
  asksWhatIsTaken,
  isToldBeforehand,
  parseBookingPolicy,
  parseTariff,
  type PolicyContext,
  policyRefusals,
  serviceDays,
} from '../../reglement/index.js';
import { simulationsProblems } from '../problems.js';

/** What is sent for one prestation; what is absent or null stays as it was. */
export interface PrestationToDraft {
  readonly prestationId: number;
  readonly policy?: unknown;
  readonly tariff?: unknown;
}

export interface DraftTariff {
  readonly compiled: CompiledTariff;
  /** Its prices depend on the hours of the children. */
  readonly hours: boolean;
  /** They depend on what is taken with a day. */
  readonly taken: boolean;
}

/** One prestation of a draft, with the sessions that it is tried on, by date. */
export interface DraftOfPrestation {
  readonly prestation: PrestationRow;
  readonly sessions: readonly SessionRow[];
  readonly context: PolicyContext;
  readonly policy: BookingPolicy | null;
  readonly tariff: DraftTariff | null;
  /** Path of its policy in the request. */
  readonly policyField: string;
}

/** Reads a draft règlement against the prestations and the days that it is tried on. */
@Injectable()
export class ReadDraft {
  constructor(
    private readonly findPrestations: FindPrestations,
    private readonly findSessions: FindSessions,
    private readonly findCalendar: FindCalendar,
  ) {}

  /** Throws DRAFT_NOT_VALID with all that is wrong. `zone` is that of the collectivité. */
  async run(
    collectiviteId: number,
    {
      wanted,
      zone,
      ...span
    }: {
      readonly wanted: readonly PrestationToDraft[];
      readonly zone: string;
      readonly from: Temporal.PlainDate;
      readonly to: Temporal.PlainDate;
    },
  ): Promise<DraftOfPrestation[]> {
    const prestations = await this.prestations(collectiviteId, wanted);
    const prestationIds = prestations.map(({ id }) => id);
    const found = await this.findSessions.run(collectiviteId, { ...span, prestationIds });
    const sessions = groupedBy(found, ({ prestationId }) => prestationId);
    const calendars = new Map<number, CivilCalendar>();
    for (const { siteId } of prestations)
      if (!calendars.has(siteId)) calendars.set(siteId, await this.findCalendar.run(collectiviteId, siteId));
    const errors: FieldError[] = [];
    const drafts = prestations.map((prestation, index): DraftOfPrestation => {
      const { policy, tariff } = wanted[index]!;
      const field = `prestations[${index}]`;
      const policyField = `${field}.policy`;
      const base = {
        ...{ prestation, policyField, sessions: sessions.get(prestation.id) ?? [] },
        context: contextOf(prestation, calendars.get(prestation.siteId)!, zone),
      };
      return {
        ...base,
        policy: policy == null ? null : readPolicy(policy, policyField, base, errors),
        tariff: tariff == null ? null : readTariff(tariff, `${field}.tariff`, errors),
      };
    });
    if (errors.length > 0) throw notValid(errors);
    return drafts;
  }

  private async prestations(collectiviteId: number, wanted: readonly PrestationToDraft[]): Promise<PrestationRow[]> {
    const rows = await this.findPrestations.run(collectiviteId, { archived: true });
    const errors: FieldError[] = [];
    const found = wanted.flatMap(({ prestationId }, index) => {
      const prestation = rows.find(({ id }) => id === prestationId);
      const twice = wanted.findIndex((other) => other.prestationId === prestationId) < index;
      if (prestation && !twice) return [prestation];
      const message = twice
        ? 'Cette prestation est déjà dans la liste : réunissez ses règles.'
        : 'Cette prestation n’existe pas dans votre commune.';
      errors.push({ field: `prestations[${index}].prestationId`, message });
      return [];
    });
    if (errors.length > 0) throw notValid(errors);
    return found;
  }
}

function contextOf(prestation: PrestationRow, calendar: CivilCalendar, zone: string): PolicyContext {
  const isServiceDay = serviceDays({ weekdays: weekdaysOf(prestation), runsOn: prestation.runsOn, calendar });
  return { calendar, isServiceDay, zone, startsAt: prestation.startsAt };
}

function readPolicy(
  json: unknown,
  field: string,
  { prestation, sessions, context }: Pick<DraftOfPrestation, 'prestation' | 'sessions' | 'context'>,
  errors: FieldError[],
): BookingPolicy | null {
  const read = parseBookingPolicy(json, field);
  if ('errors' in read) {
    errors.push(...read.errors);
    return null;
  }
  const { startsAt, endsAt } = prestation;
  const service = { dates: sessions.map(({ date }) => date), startsAt, endsAt, context };
  errors.push(...policyRefusals(read.policy, json, field, { ...service, weekdays: weekdaysOf(prestation) }));
  return read.policy;
}

function readTariff(json: unknown, field: string, errors: FieldError[]): DraftTariff | null {
  const read = parseTariff(json, field);
  if ('tariff' in read) {
    const { tariff } = read;
    return { compiled: compileTariff(tariff), hours: !isToldBeforehand(tariff), taken: asksWhatIsTaken(tariff) };
  }
  errors.push(...read.errors);
  return null;
}

/** Why a rule cannot be computed for a day of the period. */
export function cannotHold(error: unknown): string {
  if (error instanceof DeadlineNotDefined) return error.reason;
  if (error instanceof DateOutsideCalendar)
    return `Cette règle dépend des vacances ou des jours fériés du ${plainDate(error.date)}, qui ne sont pas connus.`;
  throw error;
}

export function notValid(errors: readonly FieldError[]) {
  return simulationsProblems.DRAFT_NOT_VALID(
    'Ce projet de règlement ne peut pas s’appliquer tel quel : corrigez les champs signalés.',
    { errors },
  );
}
