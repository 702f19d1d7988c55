import { Temporal } from '../../../kernel/civil-time.js';
import { longDate, typeset } from '../../../kernel/french.js';
import { orNull, type SampledService } from '../deadlines/sample.js';
import { deadlineWarnings } from '../deadlines/warnings.js';
import type { BookingPolicy } from './booking-policy.js';
import { audienceInFrench } from '../pricing/audience.js';
import { rulesOf } from './policy-deadlines.js';
import { eachPublic } from './publics.js';
import { compilePolicy, type OperationInstants, type PolicyInstants } from './policy-instants.js';

interface Sampled {
  readonly date: Temporal.PlainDate;
  readonly instants: PolicyInstants;
}

const LONG_BEFORE_DAYS = 7;

/** What is allowed in a règlement but rarely meant, each in one French sentence; then what is odd for some publics. */
export function policyWarnings(policy: BookingPolicy, service: SampledService): string[] {
  const forAll = warningsOf(policy, service);
  const apart = eachPublic(policy).flatMap(({ own, policy: ruled }) =>
    warningsOf(ruled, service)
      .filter((warning) => !forAll.includes(warning))
      .map((warning) => typeset(`Pour un public (${audienceInFrench(own.applies)}) : ${warning}`)),
  );
  return [...forAll, ...apart];
}

function warningsOf(policy: BookingPolicy, service: SampledService): string[] {
  const instantsOf = compilePolicy(policy, { ...service.context, startsAt: service.startsAt });
  const samples = service.dates.flatMap((date) => {
    const instants = orNull(() => instantsOf(date));
    return instants ? [{ date, instants }] : [];
  });
  return [
    ...rulesOf(policy).flatMap(({ operation, rule }) => deadlineWarnings(rule.deadline, operation, service)),
    ...cancelledLongBefore(samples),
    ...neverApplied(policy, samples),
    ...withoutOrder(policy),
  ].map(typeset);
}

function cancelledLongBefore(samples: readonly Sampled[]): string[] {
  const found = samples.find(
    ({ instants: { addClosesAt, cancelClosesAt } }) =>
      cancelClosesAt.until(addClosesAt, { largestUnit: 'hours' }).hours > LONG_BEFORE_DAYS * 24,
  );
  return found
    ? [
        `On ne peut plus annuler bien avant de ne plus pouvoir réserver : plus de ${LONG_BEFORE_DAYS} jours plus tôt pour le ${longDate(found.date)}. Qui réserve tard ne pourra pas changer d’avis.`,
      ]
    : [];
}

function neverApplied(policy: BookingPolicy, samples: readonly Sampled[]): string[] {
  return rulesOf(policy).flatMap(({ operation, rule }) =>
    (rule.afterDeadline ?? []).flatMap((effect, index) =>
      effect.type !== 'BLOCK' &&
      samples.length > 0 &&
      samples.every(({ instants }) => !canApply(instants.operations[operation], index))
        ? [
            `L’effet n° ${index + 1} (${effect.type}) n’arrive jamais : il prend fin avant le délai, ou un effet placé avant lui s’applique toujours.`,
          ]
        : [],
    ),
  );
}

/** Some instant is after the deadline, before the end of the effect, and not taken by an effect tried before it. */
function canApply({ closesAt, late }: OperationInstants, index: number): boolean {
  const { endsAt } = late[index]!;
  const starts = late
    .slice(0, index)
    .filter(({ effect }) => effect.counter?.upTo === undefined)
    .map((earlier) => earlier.endsAt);
  return [closesAt, ...starts].every((start) => Temporal.Instant.compare(start, endsAt) < 0);
}

function withoutOrder({ add, cancel, order }: BookingPolicy): string[] {
  const untilService = [add, cancel].some(({ afterDeadline = [] }) =>
    afterDeadline.some((effect) => effect.type !== 'BLOCK' && !effect.until),
  );
  return untilService && !order
    ? [
        'Sans heure de commande (« order »), des demandes tardives sont acceptées jusqu’au début du service : la liste de la cuisine ne part qu’alors.',
      ]
    : [];
}
