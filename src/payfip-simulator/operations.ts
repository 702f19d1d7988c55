import { Temporal } from '../kernel/civil-time.js';
import type { PaymentRequest } from '../payfip/index.js';
import type { Clock } from '../platform/clock/clock.js';
import { Secrets } from '../platform/secrets/secrets.js';

export type Fields = Readonly<Record<keyof PaymentRequest, string>>;

/** What a family did on the page: paid by card, by direct debit, gave up, was refused by card, by direct debit. */
export const CHOICES = ['P', 'V', 'A', 'R', 'Z'] as const;
export type Choice = (typeof CHOICES)[number];

export interface Operation {
  readonly idOp: string;
  readonly fields: Fields;
  readonly createdAt: Temporal.Instant;
  readonly decided: { readonly result: Choice; readonly numauto: string | null; readonly at: Temporal.Instant } | null;
}

const PARIS = 'Europe/Paris';
const PAGE = { minutes: 15 };

/** The books of the simulated PayFiP: what was asked of it, and what families paid there. */
export class Operations {
  private readonly secrets = new Secrets();
  private readonly known = new Map<string, Operation>();
  private purgedUntil: Temporal.Instant | null = null;
  private authorisations = 0;

  constructor(private readonly clock: Clock) {}

  open(fields: Fields): Operation {
    const operation = { idOp: this.secrets.uuid(), fields, createdAt: this.clock.now(), decided: null };
    this.known.set(operation.idOp, operation);
    return operation;
  }

  /** The operation that was opened last. */
  last(): Operation | null {
    return [...this.known.values()].at(-1) ?? null;
  }

  list(): readonly Operation[] {
    return [...this.known.values()];
  }

  /** Null when it never was, or when a night went by and nobody had paid. */
  find(idOp: string): Operation | null {
    const operation = this.known.get(idOp);
    return operation && !(operation.decided === null && this.isPurged(operation)) ? operation : null;
  }

  /** Why its page cannot be opened: P1 not known, P3 used already, P4 too old; null when it can. */
  whyClosed(idOp: string): 'P1' | 'P3' | 'P4' | null {
    const operation = this.find(idOp);
    if (!operation) return 'P1';
    if (operation.decided && operation.decided.result !== 'A') return 'P3';
    return Temporal.Instant.compare(operation.createdAt.add(PAGE), this.clock.now()) <= 0 ? 'P4' : null;
  }

  /** Who gave up may still choose otherwise. */
  decide(idOp: string, result: Choice): Operation {
    const operation = this.find(idOp);
    if (!operation) throw new RangeError(`no operation ${idOp}`);
    const paid = result === 'P' || result === 'V';
    if (paid) this.authorisations += 1;
    const numauto = paid ? String(this.authorisations).padStart(6, '0') : null;
    const decided = { ...operation, decided: { result, numauto, at: this.clock.now() } };
    this.known.set(idOp, decided);
    return decided;
  }

  /** What happens each night in Paris, now: operations at which nobody paid are forgotten. */
  purge(): void {
    this.purgedUntil = this.clock.now();
  }

  private isPurged({ createdAt }: Operation): boolean {
    const midnight = this.clock.now().toZonedDateTimeISO(PARIS).startOfDay().toInstant();
    return [midnight, this.purgedUntil].some(
      (until) => until !== null && Temporal.Instant.compare(createdAt, until) < 0,
    );
  }
}

/** `DDMMYYYY` and `HHMM`, as PayFiP writes them. */
export function parisTime(instant: Temporal.Instant): { readonly dattrans: string; readonly heurtrans: string } {
  const { day, month, year, hour, minute } = instant.toZonedDateTimeISO(PARIS);
  const two = (value: number) => String(value).padStart(2, '0');
  return { dattrans: `${two(day)}${two(month)}${year}`, heurtrans: `${two(hour)}${two(minute)}` };
}
