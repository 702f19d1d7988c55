import { type DateSpan, spansOverlap, type Temporal } from '../../kernel/civil-time.js';
import { type BookingPolicy, withoutPublicsOn } from '../../reglement/rules/index.js';
import { spanOf, versionOn } from './versions.js';

/** Whom an exception rules: one prestation, else the prestations of one site, else all of the collectivité. */
export interface ExceptionScope {
  readonly prestationId: number | null;
  readonly siteId: number | null;
}

/** Other rules on some dates, both included. */
export interface DatedException extends ExceptionScope {
  readonly id: number;
  readonly fromDate: Temporal.PlainDate;
  readonly toDate: Temporal.PlainDate;
  readonly rules: Partial<BookingPolicy>;
}

interface Ruled {
  readonly id: number;
  readonly siteId: number;
}

/** Whether an exception of this scope can rule a prestation at all. */
export function concerns({ prestationId, siteId }: ExceptionScope, prestation: Ruled): boolean {
  return prestationId === null ? siteId === null || siteId === prestation.siteId : prestationId === prestation.id;
}

/** The exception that rules a prestation on a date: its own, else that of its site, else that of all. */
export function exceptionOn<Exception extends DatedException>(
  exceptions: readonly Exception[],
  prestation: Ruled,
  date: Temporal.PlainDate,
): Exception | null {
  const concerning = exceptions.filter((exception) => concerns(exception, prestation));
  const own = concerning.filter(({ prestationId }) => prestationId !== null);
  const ofSite = concerning.filter(({ siteId }) => siteId !== null);
  const ofAll = concerning.filter(({ prestationId, siteId }) => prestationId === null && siteId === null);
  return versionOn(own, date) ?? versionOn(ofSite, date) ?? versionOn(ofAll, date);
}

/** The exception of the very same scope that holds on some of these dates; one of another scope may overlap. */
export function overlappedException<Exception extends DatedException>(
  exceptions: readonly Exception[],
  scope: ExceptionScope,
  span: DateSpan,
): Exception | null {
  return (
    exceptions.find(
      (exception) =>
        exception.prestationId === scope.prestationId &&
        exception.siteId === scope.siteId &&
        spansOverlap(spanOf(exception), span),
    ) ?? null
  );
}

/** What rules a day: for everybody the operations that the exception gives, the others as the policy says them. */
export function mergedPolicy(
  policy: BookingPolicy,
  exception: { readonly rules: Partial<BookingPolicy> } | null,
): BookingPolicy {
  return exception ? { ...withoutPublicsOn(policy, exception.rules), ...exception.rules } : policy;
}
