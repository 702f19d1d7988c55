/** The three steps of the creation of an account, in their order. */
export const STEPS = [
  { step: 'compte', saved: 'account', title: 'Compte famille' },
  { step: 'responsables', saved: 'guardians', title: 'Responsables' },
  { step: 'enfants', saved: 'children', title: 'Enfants du foyer' },
] as const;

export type Step = (typeof STEPS)[number]['step'];

/** What the service keeps of each step; null until it was saved. */
type Saved = Readonly<Record<(typeof STEPS)[number]['saved'], unknown>>;

export function isStep(value: unknown): value is Step {
  return STEPS.some(({ step }) => step === value);
}

/** The step to show: the one that is asked for, unless one before it was never saved; else where one stopped. */
export function stepToShow(registration: Saved, asked: Step | undefined): Step {
  const missing = STEPS.findIndex(({ saved }) => registration[saved] === null);
  const furthest = missing === -1 ? STEPS.length - 1 : missing;
  const wanted = asked === undefined ? furthest : STEPS.findIndex(({ step }) => step === asked);
  return STEPS[Math.min(wanted, furthest)]!.step;
}

export function stepBefore(step: Step): Step | undefined {
  return STEPS[STEPS.findIndex((one) => one.step === step) - 1]?.step;
}

export function stepAfter(step: Step): Step | undefined {
  return STEPS[STEPS.findIndex((one) => one.step === step) + 1]?.step;
}
