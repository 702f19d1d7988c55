import { Injectable } from '@nestjs/common';
import { FindCalendar } from '../../calendar/index.js';
import { FindCollectivite } from '../../collectivites/index.js';
import type { DateSpan, Temporal } from '../../kernel/civil-time.js';
import { counted, typeset } from '../../kernel/french.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { BookingPolicyRow } from '../data/booking-policy.entity.js';
import type { PrestationRow } from '../data/prestation.entity.js';
import { prestationsProblems } from '../problems.js';
import {
  lateDeadlineWarning,
  parseDeadline,
  reglementProblems,
  serviceDates,
  serviceDays,
} from '../../reglement/index.js';
import { datesInFrench, placeVersion } from '../rules/versions.js';
import { weekdaysOf } from '../rules/weekdays.js';
import { checkedSpan } from './checked-span.js';
import { FindPrestations } from './find-prestations.js';

export interface NewBookingPolicy {
  readonly from: Temporal.PlainDate;
  readonly to?: Temporal.PlainDate | null | undefined;
  /** Deadlines as the règlement editor writes them; read by `parseDeadline`. */
  readonly add: unknown;
  readonly cancel: unknown;
  readonly replacePrevious?: boolean | undefined;
}

export interface AddedBookingPolicy {
  readonly policy: BookingPolicyRow;
  /** The version that this one replaces, which now ends the day before. */
  readonly closedPolicyId: number | null;
  /** Sessions on its dates that were planned before: they keep the instants that families were told. */
  readonly plannedSessionsKept: number;
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
  ) {}

  /** Throws NOT_FOUND, PRESTATION_ARCHIVED, DATES_REVERSED, DEADLINE_NOT_VALID, POLICY_OVERLAP. */
  run(
    collectiviteId: number,
    prestationId: number,
    { replacePrevious = false, ...wanted }: NewBookingPolicy,
    accountId: number | null,
  ): Promise<AddedBookingPolicy> {
    const span = checkedSpan(wanted);
    const policy = readPolicy(wanted.add, wanted.cancel);
    return this.database.unit(async () => {
      const prestation = await this.findPrestations.open(collectiviteId, prestationId);
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
      const plannedSessionsKept = await this.plannedWithin(collectiviteId, prestationId, span);
      return {
        policy: await policies.findOneByOrFail({ collectiviteId, id }),
        closedPolicyId: placed.closes?.id ?? null,
        plannedSessionsKept,
        warnings: await this.warnings(prestation, span.from, policy, plannedSessionsKept),
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

  /** The deadlines are tried on the days of service of a year, as far as its holidays are known. */
  private async warnings(
    prestation: PrestationRow,
    from: Temporal.PlainDate,
    { add, cancel }: BookingPolicyRow['policy'],
    plannedSessionsKept: number,
  ): Promise<string[]> {
    const { collectiviteId, siteId, startsAt, endsAt, runsOn } = prestation;
    const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
    const calendar = await this.findCalendar.run(collectiviteId, siteId);
    const isServiceDay = serviceDays({ weekdays: weekdaysOf(prestation), runsOn, calendar });
    const context = { zone, calendar, isServiceDay };
    const service = { dates: serviceDates({ from, to: from.add({ years: 1 }) }, context), startsAt, endsAt, context };
    return [
      lateDeadlineWarning(add.deadline, 'ADD', service),
      lateDeadlineWarning(cancel.deadline, 'CANCEL', service),
      plannedSessionsKept === 0
        ? null
        : typeset(
            `${counted(plannedSessionsKept, 'séance déjà planifiée garde ses délais', 'séances déjà planifiées gardent leurs délais')} : ce règlement vaut pour celles qui seront planifiées ensuite.`,
          ),
    ].filter((warning) => warning !== null);
  }
}

function readPolicy(add: unknown, cancel: unknown): BookingPolicyRow['policy'] {
  const [adding, cancelling] = [parseDeadline(add, 'add'), parseDeadline(cancel, 'cancel')];
  if ('deadline' in adding && 'deadline' in cancelling)
    return { add: { deadline: adding.deadline }, cancel: { deadline: cancelling.deadline } };
  const errors = [adding, cancelling].flatMap((read) => ('errors' in read ? read.errors : []));
  throw reglementProblems.DEADLINE_NOT_VALID(typeset('Corrigez les délais signalés : rien n’a été enregistré.'), {
    errors,
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
