/** What goes wrong on demand, at each step of a payment. */
const CALL_FAULTS = [
  'TECHNICAL',
  'UNAVAILABLE',
  'PROTOCOL',
  'UNREADABLE',
  'TIMEOUT',
  'DROPPED',
  'DROPPED_AFTER',
  'CODE',
] as const;

export const FAULTS = {
  /** creerPaiementSecurise. REPEATED: answers the operation that it answered before. */
  create: [...CALL_FAULTS, 'REPEATED'],
  /** recupererDetailPaiementSecurise. */
  detail: [
    ...CALL_FAULTS,
    'NOT_KNOWN_YET',
    'PURGED',
    'UNKNOWN_RESULT',
    'WRONG_AMOUNT',
    'WRONG_REFERENCE',
    'WRONG_CLIENT',
    'WRONG_YEAR',
    'WRONG_MODE',
  ],
  client: CALL_FAULTS,
  page: ['UNAVAILABLE'],
  /** HELD: until it is released, in any order. LYING: tells of a success, whatever happened. */
  notification: ['LOST', 'HELD', 'DELAYED', 'DOUBLED', 'UPPER_CASE', 'IN_QUERY', 'LYING'],
  /** LOST: the browser is closed. POSTED: it comes back by POST. */
  return: ['LOST', 'POSTED'],
} as const;

export type Step = keyof typeof FAULTS;
export type FaultName = (typeof FAULTS)[Step][number];

export interface ArmedFault {
  readonly step: Step;
  readonly fault: FaultName;
  /** How many times it strikes; for ever when not told. */
  readonly times?: number;
  /** Of CODE: what is answered, such as T2. */
  readonly code?: string;
  /** Of DELAYED. */
  readonly seconds?: number;
}

/** Faults wait here for their step. The first one that is armed for a step strikes first. */
export class Faults {
  private armed: ArmedFault[] = [];

  arm(fault: ArmedFault): void {
    this.armed.push(fault);
  }

  clear(): void {
    this.armed = [];
  }

  strike(step: Step): ArmedFault | null {
    const fault = this.armed.find((one) => one.step === step);
    if (!fault) return null;
    const { times } = fault;
    if (times !== undefined) {
      this.armed = this.armed.flatMap((one) =>
        one !== fault ? [one] : times > 1 ? [{ ...one, times: times - 1 }] : [],
      );
    }
    return fault;
  }
}

/**
 * `create:TIMEOUT`, `create:CODE=T2`, `notification:DELAYED=30`, each with `x3` at its end to strike three times. Throws
 * RangeError, in French, on a step or a fault that does not exist.
 */
export function readFault(text: string): ArmedFault {
  const [, step = '', fault = '', value, times] = /^(\w+):([A-Z_]+)(?:=(\w+?))?(?:x(\d+))?$/.exec(text) ?? [];
  return checkedFault({
    step,
    fault,
    ...(fault === 'CODE' && value ? { code: value } : {}),
    ...(fault === 'DELAYED' && value ? { seconds: Number(value) } : {}),
    ...(times ? { times: Number(times) } : {}),
  });
}

/** Throws RangeError, in French. */
export function checkedFault({
  step,
  fault,
  times,
  code,
  seconds,
}: Partial<Record<keyof ArmedFault, unknown>>): ArmedFault {
  const known = Object.hasOwn(FAULTS, String(step)) ? (FAULTS[step as Step] as readonly string[]) : null;
  if (!known)
    throw new RangeError(`« ${String(step)} » n’est pas une étape ; choisissez ${Object.keys(FAULTS).join(', ')}.`);
  if (!known.includes(String(fault))) {
    throw new RangeError(
      `« ${String(fault)} » n’arrive pas à l’étape ${String(step)} ; choisissez ${known.join(', ')}.`,
    );
  }
  return {
    step: step as Step,
    fault: fault as FaultName,
    ...(typeof times === 'number' && times > 0 ? { times } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof seconds === 'number' && seconds >= 0 ? { seconds } : {}),
  };
}
