import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';

export const STEPS = ['FIRST_MAIL', 'SECOND_MAIL', 'LETTER', 'TRANSFER'] as const;
/** In the order in which they are taken. TRANSFER only proposes that a titre be issued: somebody decides. */
export type Step = (typeof STEPS)[number];

/** What a collectivité does about invoices that stay unpaid. */
export interface ReminderRules {
  /** Days after the due date, growing; a step that is left out is not taken. */
  readonly after: Readonly<Partial<Record<Step, number>>>;
  /** A family that is late of less is left in peace. */
  readonly leastCents: Cents;
}

/** An invoice past its due date, as the reminders see it. */
export interface LateInvoice {
  readonly invoiceId: number;
  readonly number: string;
  readonly dueOn: Temporal.PlainDate;
  readonly openCents: Cents;
  /** What was done already, in order; `on` is null for a letter that nobody printed yet. */
  readonly taken: readonly { readonly step: Step; readonly on: Temporal.PlainDate | null }[];
  /** The day a plan for it was ended: families get some time afterwards. */
  readonly planEndedOn: Temporal.PlainDate | null;
}

/** One message for a family, with all that is late; the invoices whose own step has come keep it. */
export interface FamilyReminder {
  readonly step: Exclude<Step, 'TRANSFER'>;
  readonly items: readonly { readonly invoice: LateInvoice; readonly step: Step | null }[];
  readonly totalCents: Cents;
}

export interface WhatIsDue {
  readonly message: FamilyReminder | null;
  /** Invoices to propose to the Trésorerie. */
  readonly transfers: readonly LateInvoice[];
}

/** Days left to a family after what it was last told, where the rules no longer say how many. */
const USUAL_GAP = 7;

/**
 * The next step of an invoice, when its day has come. The days between two steps run from the day the first was really
 * taken: a mairie that starts late, or prints its letters late, leaves as much time as one that does not.
 */
export function stepDue({ after }: ReminderRules, invoice: LateInvoice, today: Temporal.PlainDate): Step | null {
  const last = invoice.taken.at(-1);
  if (last?.on === null) return null;
  const next = STEPS.slice(last ? STEPS.indexOf(last.step) + 1 : 0).find((step) => after[step] !== undefined);
  if (next === undefined) return null;
  const days = after[next]!;
  const previous = last && after[last.step];
  const notBefore = [
    invoice.dueOn.add({ days }),
    ...(last ? [last.on.add({ days: previous === undefined ? USUAL_GAP : days - previous })] : []),
    ...(invoice.planEndedOn ? [invoice.planEndedOn.add({ days: USUAL_GAP })] : []),
  ];
  return notBefore.some((day) => isBefore(today, day)) ? null : next;
}

/** What is due today of a family's late invoices: one message at most, at the highest of its steps. */
export function whatIsDue(
  rules: ReminderRules,
  invoices: readonly LateInvoice[],
  today: Temporal.PlainDate,
): WhatIsDue {
  const late = invoices.filter(({ dueOn, openCents }) => isBefore(dueOn, today) && openCents > 0);
  const totalCents = sumCents(late.map(({ openCents }) => openCents));
  if (totalCents < rules.leastCents) return { message: null, transfers: [] };
  const steps = late.map((invoice) => ({ invoice, step: stepDue(rules, invoice, today) }));
  const transfers = steps.filter(({ step }) => step === 'TRANSFER').map(({ invoice }) => invoice);
  const told = steps.map(({ invoice, step }) => ({ invoice, step: step === 'TRANSFER' ? null : step }));
  const highest = Math.max(...told.map(({ step }) => (step === null ? -1 : STEPS.indexOf(step))));
  if (highest < 0) return { message: null, transfers };
  return { message: { step: STEPS[highest] as FamilyReminder['step'], items: told, totalCents }, transfers };
}

/** From 8 to 20 h on the wall clock of `zone`, Sundays excepted: nobody is woken up for a debt. */
export function mayWriteAt(now: Temporal.Instant, zone: string): boolean {
  const { hour, dayOfWeek } = now.toZonedDateTimeISO(zone);
  return dayOfWeek !== 7 && hour >= 8 && hour < 20;
}
