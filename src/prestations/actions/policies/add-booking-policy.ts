import { Injectable } from '@nestjs/common';
import { FindCalendar } from '../../../calendar/index.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import type { DateSpan, Temporal } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import {
  type BookingPolicy,
  parseBookingPolicy,
  policyRefusals,
  policyWarnings,
  reglementProblems,
} from '../../../reglement/index.js';
import { BookingPolicyRow } from '../../data/booking-policy.entity.js';
import type { PrestationRow } from '../../data/prestation.entity.js';
import { prestationsProblems } from '../../problems.js';
import { judgedService } from '../../rules/judged-service.js';
import { sessionsKeepTheirs } from '../../rules/recomputation-words.js';
import { datesInFrench, placeVersion } from '../../rules/versions.js';
import { weekdaysOf } from '../../rules/weekdays.js';
import { checkedSpan } from '../checked-span.js';
import { FindPrestations } from '../find-prestations.js';
import { FindSessionChanges } from '../sessions/find-session-changes.js';

/** The règlement as its editor writes it, read by `parseBookingPolicy`. */
export interface WrittenPolicy {
  readonly add: unknown;
  readonly cancel: unknown;
  readonly modify?: unknown;
  readonly diet?: unknown;
  readonly order?: unknown;
  readonly absence?: unknown;
  readonly waivers?: unknown;
  readonly publics?: unknown;
}

export interface NewBookingPolicy extends WrittenPolicy {
  readonly from: Temporal.PlainDate;
  readonly to?: Temporal.PlainDate | null | undefined;
  readonly replacePrevious?: boolean | undefined;
}

export interface AddedBookingPolicy {
  readonly policy: BookingPolicyRow;
  /** The version that this one replaces, which now ends the day before. */
  readonly closedPolicyId: number | null;
  /** Sessions on its dates that were planned before: they keep the instants that families were told. */
  readonly plannedSessionsKept: number;
  /** Those still open that it would plan otherwise: they wait for a recomputation. */
  readonly openSessionsToRecompute: number;
  /** French; nothing of it was refused. */
  readonly warnings: readonly string[];
}

@Injectable()
export class AddBookingPolicy {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly findCalendar: FindCalendar,
    private readonly findPrestations: FindPrestations,
    private readonly findSessionChanges: FindSessionChanges,
  ) {}

  /** Throws NOT_FOUND, PRESTATION_ARCHIVED, DATES_REVERSED, DEADLINE_NOT_VALID, POLICY_OVERLAP. */
  run(
    collectiviteId: number,
    prestationId: number,
    { replacePrevious = false, ...wanted }: NewBookingPolicy,
    accountId: number | null,
  ): Promise<AddedBookingPolicy> {
    const span = checkedSpan(wanted);
    const written = asWritten(wanted);
    const policy = readPolicy(written);
    return this.database.unit(async () => {
      const prestation = await this.findPrestations.open(collectiviteId, prestationId);
      const warnings = await this.judge(prestation, span.from, policy, written);
      const policies = this.database.repository(BookingPolicyRow);
      const placed = placeVersion(await policies.findBy({ collectiviteId, prestationId }), span, replacePrevious);
      if (!placed.fits) throw overlapping(placed.overlaps);
      if (placed.closes) await policies.update({ collectiviteId, id: placed.closes.id }, { toDate: placed.on });
      const id = await this.database.insert(BookingPolicyRow, {
        collectiviteId,
        prestationId,
        fromDate: span.from,
        toDate: span.to,
        policy,
        createdBy: accountId,
        createdAt: this.clock.now(),
      });
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'booking-policy.added',
        subject: `prestation:${prestationId}`,
        detail: { policyId: id, closedPolicyId: placed.closes?.id ?? null },
      });
      const { changes } = await this.findSessionChanges.run(prestation, this.clock.now(), span);
      const told = sessionsKeepTheirs(changes.length);
      return {
        policy: await policies.findOneByOrFail({ collectiviteId, id }),
        closedPolicyId: placed.closes?.id ?? null,
        plannedSessionsKept: await this.plannedWithin(collectiviteId, prestationId, span),
        openSessionsToRecompute: changes.length,
        warnings: [...warnings, ...(told === null ? [] : [told])],
      };
    });
  }

  private async plannedWithin(collectiviteId: number, prestationId: number, span: DateSpan): Promise<number> {
    const [row] = await this.database.rows<{ planned: number }>(
      `SELECT COUNT(*) AS planned FROM sessions
       WHERE collectivite_id = ? AND prestation_id = ? AND date >= ?${span.to === null ? '' : ' AND date <= ?'}`,
      [collectiviteId, prestationId, span.from.toString(), ...(span.to === null ? [] : [span.to.toString()])],
    );
    return Number(row!.planned);
  }

  /** Tried on the days of service of a year, as far as its holidays are known. Answers what is odd. */
  private async judge(
    prestation: PrestationRow,
    from: Temporal.PlainDate,
    policy: BookingPolicy,
    written: WrittenPolicy,
  ): Promise<string[]> {
    const { collectiviteId, siteId } = prestation;
    const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
    const calendar = await this.findCalendar.run(collectiviteId, siteId);
    const service = judgedService(
      { ...prestation, weekdays: weekdaysOf(prestation) },
      { calendar, zone },
      { from, to: from.add({ years: 1 }) },
    );
    refuse(policyRefusals(policy, written, ROOT, service));
    return policyWarnings(policy, service);
  }
}

/** The fields of the règlement stand at the root of the request: their paths are told without this. */
const ROOT = 'policy';

function asWritten({ add, cancel, modify, diet, order, absence, waivers, publics }: WrittenPolicy): WrittenPolicy {
  return { add, cancel, modify, diet, order, absence, waivers, publics };
}

function readPolicy(written: WrittenPolicy): BookingPolicy {
  const parsed = parseBookingPolicy(written, ROOT);
  if ('policy' in parsed) return parsed.policy;
  throw notValid(parsed.errors);
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw notValid(errors);
}

function notValid(errors: readonly FieldError[]) {
  return reglementProblems.DEADLINE_NOT_VALID(typeset('Corrigez les délais signalés : rien n’a été enregistré.'), {
    errors: errors.map(({ field, message }) => ({ field: field.slice(`${ROOT}.`.length), message })),
  });
}

function overlapping(version: BookingPolicyRow) {
  const how =
    version.toDate === null
      ? ' Donnez une date de fin, ou demandez « replacePrevious » pour qu’il s’arrête la veille du nouveau.'
      : ' Choisissez d’autres dates.';
  return prestationsProblems.POLICY_OVERLAP(
    typeset(`Un règlement est déjà défini ${datesInFrench(version)} (n° ${version.id}).${how}`),
    { extensions: { overlaps: { policyId: version.id, from: version.fromDate, to: version.toDate } } },
  );
}
