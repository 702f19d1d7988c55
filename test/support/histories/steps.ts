import * as fc from 'fast-check';
import { BILLING_STEPS } from './billing-steps.js';
import { BOOKING_STEPS } from './booking-steps.js';
import { CLAIM_STEPS } from './claim-steps.js';
import { COUNTER_STEPS } from './counter-steps.js';
import { DEBIT_STEPS } from './debit-steps.js';
import { ONLINE_STEPS } from './online-steps.js';
import { CHANCE, type Chance, type Step } from './step.js';
import { MONTHS } from './world.js';

/** Add a step to one of these for each action that moves money: the ledger is checked after every one. */
export const STEPS: readonly Step[] = [
  ...BILLING_STEPS,
  ...COUNTER_STEPS,
  ...ONLINE_STEPS,
  ...BOOKING_STEPS,
  ...DEBIT_STEPS,
  ...CLAIM_STEPS,
  { name: 'the tasks that are due run', weight: 2, run: ({ service }) => service.settle() },
];

export interface PlayedStep {
  readonly name: string;
  readonly chance: Chance;
  /** Minutes since the step before, or the first day of the month: a click later, or days. */
  readonly after: number;
}

/** Two years: what happens in each of their months; and what an invoice must reach to be issued. */
export interface History {
  readonly thresholdCents: number;
  readonly months: readonly (readonly PlayedStep[])[];
}

const chance = fc.nat(CHANCE - 1);
const step: fc.Arbitrary<PlayedStep> = fc.record({
  name: fc.oneof(...STEPS.map(({ name, weight }) => ({ arbitrary: fc.constant(name), weight }))),
  chance: fc.tuple(chance, chance, chance, chance, chance),
  after: fc.oneof(fc.integer({ min: 1, max: 45 }), fc.integer({ min: 60, max: 60 * 24 * 9 })),
});

/** fast-check shortens one that fails: fewer steps in the same months. */
export const histories: fc.Arbitrary<History> = fc.record({
  thresholdCents: fc.constantFrom(0, 1500),
  months: fc.array(fc.array(step, { minLength: 2, maxLength: 6, size: 'max' }), {
    minLength: MONTHS,
    maxLength: MONTHS,
  }),
});
