import { DateOutsideCalendar } from '../../calendar/rules/index.js';
import { type DateSpan, isBefore, spansOverlap, type Temporal } from '../../kernel/civil-time.js';
import { longDate, typeset } from '../../kernel/french.js';
import type { FieldError } from '../../kernel/problem.js';
import {
  type BookingPolicy,
  compileWholePolicy,
  DeadlineNotDefined,
  policyRefusals,
  policyWarnings,
} from '../../reglement/rules/index.js';
import { judgedService } from './judged-service.js';
import { mergedPolicy } from './policy-exceptions.js';
import type { PlannedPrestation, RulesKnown } from './session-rules.js';
import { spanOf } from './versions.js';

export interface Judgement {
  readonly errors: readonly FieldError[];
  readonly warnings: readonly string[];
}

/**
 * What an exception cannot mean, and what is odd in it, on its days of service in one prestation: judged with what
 * the policies in force then still say. Faults are told on the fields of the request, `written`; a limit of the policy
 * that comes after the exception's order is a fault of the order.
 */
export function judgedException(
  rules: Partial<BookingPolicy>,
  written: unknown,
  prestation: PlannedPrestation & { readonly endsAt: string | null },
  known: RulesKnown,
  span: DateSpan & { readonly to: Temporal.PlainDate },
): Judgement {
  const judgements = known.policies
    .filter((version) => spansOverlap(spanOf(version), span))
    .map((version) => {
      const policy = mergedPolicy(version.policy, { rules });
      const service = judgedService(prestation, known, common(span, spanOf(version)));
      const refused = policyRefusals(policy, written, ROOT, service).map(({ field, message }) => ({
        field: ownField(field.slice(`${ROOT}.`.length), rules),
        message,
      }));
      const usual = new Set(policyWarnings(version.policy, service));
      return {
        errors: [...refused, ...undefinedDays(policy, prestation, service)],
        warnings: policyWarnings(policy, service).filter((warning) => !usual.has(warning)),
      };
    });
  return {
    errors: judgements.flatMap(({ errors }) => errors),
    warnings: judgements.flatMap(({ warnings }) => warnings),
  };
}

const ROOT = 'policy';

function ownField(field: string, rules: Partial<BookingPolicy>): string {
  const [operation = ''] = field.split(/[.[]/);
  return operation in rules ? field : 'order';
}

/** An exception is for known days: one on which its rule says nothing could not be planned. */
function undefinedDays(
  policy: BookingPolicy,
  { startsAt }: PlannedPrestation,
  { dates, context }: ReturnType<typeof judgedService>,
): FieldError[] {
  const instantsOf = compileWholePolicy(policy, { ...context, startsAt });
  for (const date of dates)
    try {
      instantsOf(date);
    } catch (error) {
      if (error instanceof DeadlineNotDefined)
        return [{ field: 'from', message: typeset(`Rien n’est dit pour le ${longDate(date)}. ${error.reason}`) }];
      if (!(error instanceof DateOutsideCalendar)) throw error;
    }
  return [];
}

function common(
  span: DateSpan & { readonly to: Temporal.PlainDate },
  other: DateSpan,
): { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate } {
  return {
    from: isBefore(span.from, other.from) ? other.from : span.from,
    to: other.to !== null && isBefore(other.to, span.to) ? other.to : span.to,
  };
}
