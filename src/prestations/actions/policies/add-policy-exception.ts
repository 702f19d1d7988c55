import { Injectable } from '@nestjs/common';
import { parseSchoolYear, periodsOf, schoolHolidays, schoolPeriod } from '../../../calendar/index.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import { type DateSpan, isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { enumeration, plainDate, typeset } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { type BookingPolicy, parseExceptionRules } from '../../../reglement/index.js';
import { PolicyExceptionRow } from '../../data/policy-exception.entity.js';
import type { PrestationRow } from '../../data/prestation.entity.js';
import { prestationsProblems } from '../../problems.js';
import { judgedException } from '../../rules/judged-exception.js';
import { type ExceptionScope, overlappedException } from '../../rules/policy-exceptions.js';
import { sessionsKeepTheirs } from '../../rules/recomputation-words.js';
import { datesInFrench } from '../../rules/versions.js';
import { FindPolicyExceptions } from './find-policy-exceptions.js';
import { HoldExceptionScope } from './hold-exception-scope.js';
import { LoadSessionRules } from '../sessions/load-session-rules.js';
import { type SessionsToRecompute, WeighException } from './weigh-exception.js';

export interface NewPolicyException {
  readonly prestationId?: number | null | undefined;
  readonly siteId?: number | null | undefined;
  readonly from?: Temporal.PlainDate | null | undefined;
  readonly to?: Temporal.PlainDate | null | undefined;
  /** Instead of the dates: a period as the school calendar names it. */
  readonly schoolPeriod?: { readonly name: string; readonly schoolYear: string } | null | undefined;
  /** Families read it. */
  readonly reason: string;
  /** As the règlement editor writes them; read by `parseExceptionRules`. */
  readonly add?: unknown;
  readonly cancel?: unknown;
  readonly modify?: unknown;
  readonly diet?: unknown;
  readonly order?: unknown;
  readonly absence?: unknown;
}

export interface AddedPolicyException {
  readonly exception: PolicyExceptionRow;
  readonly toRecompute: readonly SessionsToRecompute[];
  /** French; nothing of it was refused. */
  readonly warnings: readonly string[];
}

type Span = DateSpan & { readonly to: Temporal.PlainDate };

@Injectable()
export class AddPolicyException {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly findExceptions: FindPolicyExceptions,
    private readonly holdScope: HoldExceptionScope,
    private readonly loadSessionRules: LoadSessionRules,
    private readonly weighException: WeighException,
  ) {}

  /** Throws NOT_FOUND, POLICY_EXCEPTION_NOT_VALID, POLICY_EXCEPTION_OVERLAP. */
  run(collectiviteId: number, wanted: NewPolicyException, accountId: number): Promise<AddedPolicyException> {
    return this.database.unit(async () => {
      const { scope, span, rules } = await this.read(collectiviteId, wanted);
      const prestations = await this.holdScope.run(collectiviteId, scope);
      const overlapped = overlappedException(await this.findExceptions.run(collectiviteId), scope, span);
      if (overlapped) throw overlapping(overlapped);
      const warnings = await this.judge(prestations, { rules, span, written: wanted });
      const id = await this.database.insert(PolicyExceptionRow, {
        collectiviteId,
        ...scope,
        fromDate: span.from,
        toDate: span.to,
        reason: wanted.reason,
        rules,
        createdBy: accountId,
        createdAt: this.clock.now(),
        removedBy: null,
        removedAt: null,
      });
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'policy-exception.added',
        subject: `policy-exception:${id}`,
        detail: scope,
      });
      const toRecompute = await this.weighException.run(prestations, span);
      const told = sessionsKeepTheirs(toRecompute.reduce((sum, { sessions }) => sum + sessions, 0));
      return {
        exception: await this.findExceptions.one(collectiviteId, id),
        toRecompute,
        warnings: told === null ? warnings : [...warnings, told],
      };
    });
  }

  /** All the faults of the request together. */
  private async read(
    collectiviteId: number,
    wanted: NewPolicyException,
  ): Promise<{ scope: ExceptionScope; span: Span; rules: Partial<BookingPolicy> }> {
    const scope = { prestationId: wanted.prestationId ?? null, siteId: wanted.siteId ?? null };
    const errors: FieldError[] = [];
    if (scope.prestationId !== null && scope.siteId !== null)
      errors.push({ field: 'siteId', message: 'Choisissez une prestation ou un site, pas les deux.' });
    const span = await this.span(collectiviteId, wanted, errors);
    const parsed = parseExceptionRules({ ...wanted });
    if ('errors' in parsed) throw notValid([...errors, ...parsed.errors]);
    if (span === null || errors.length > 0) throw notValid(errors);
    return { scope, span, rules: parsed.rules };
  }

  private async span(
    collectiviteId: number,
    { from, to, schoolPeriod: period }: NewPolicyException,
    errors: FieldError[],
  ): Promise<Span | null> {
    if (period && !from && !to) return this.spanOfPeriod(collectiviteId, period, errors);
    if (period || !from || !to) {
      const field = period ? 'schoolPeriod' : from ? 'to' : 'from';
      errors.push({
        field,
        message: typeset(
          'Donnez deux dates, « from » et « to », ou une période du calendrier scolaire, « schoolPeriod ».',
        ),
      });
      return null;
    }
    if (isBefore(to, from))
      errors.push({ field: 'to', message: `Choisissez une date à partir du ${plainDate(from)}.` });
    return { from, to };
  }

  private async spanOfPeriod(
    collectiviteId: number,
    { name, schoolYear }: NonNullable<NewPolicyException['schoolPeriod']>,
    errors: FieldError[],
  ): Promise<Span | null> {
    const holidays = schoolHolidays((await this.findCollectivite.run(collectiviteId)).schoolZone);
    const year = parseSchoolYear(schoolYear);
    const known = year === null ? [] : periodsOf(holidays, year);
    const span = year && schoolPeriod(holidays, { name, schoolYear: year });
    if (span) return span;
    const years = enumeration(holidays.coveredSchoolYears);
    errors.push(
      known.length === 0
        ? { field: 'schoolPeriod.schoolYear', message: typeset(`Choisissez une année scolaire connue : ${years}.`) }
        : {
            field: 'schoolPeriod.name',
            message: typeset(`Choisissez parmi ${enumeration(known.map((one) => `« ${one.name} »`))}.`),
          },
    );
    return null;
  }

  /** Tried in every prestation that it rules. Answers what is odd, each thing once. */
  private async judge(
    prestations: readonly PrestationRow[],
    { rules, span, written }: { rules: Partial<BookingPolicy>; span: Span; written: unknown },
  ): Promise<string[]> {
    const errors = new Map<string, FieldError>();
    const warnings = new Set<string>();
    for (const row of prestations) {
      const { prestation, ...known } = await this.loadSessionRules.run(row);
      const judged = judgedException(rules, written, { ...prestation, endsAt: row.endsAt }, known, span);
      const where = prestations.length === 1 ? '' : typeset(`${row.name} : `);
      for (const { field, message } of judged.errors)
        if (!errors.has(field)) errors.set(field, { field, message: `${where}${message}` });
      for (const warning of judged.warnings) warnings.add(warning);
    }
    if (errors.size > 0) throw notValid([...errors.values()]);
    return [...warnings];
  }
}

function notValid(errors: readonly FieldError[]) {
  return prestationsProblems.POLICY_EXCEPTION_NOT_VALID(
    typeset('Corrigez ce que signale « errors » : rien n’a été enregistré.'),
    { errors },
  );
}

function overlapping(exception: PolicyExceptionRow) {
  return prestationsProblems.POLICY_EXCEPTION_OVERLAP(
    typeset(
      `Une exception de même portée vaut déjà ${datesInFrench(exception)} (n° ${exception.id}, ${exception.reason}). Retirez-la, ou choisissez d’autres dates.`,
    ),
    { extensions: { overlaps: { exceptionId: exception.id, from: exception.fromDate, to: exception.toDate } } },
  );
}
