import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Skeleton } from '../design/skeleton';
import { PhoneLink } from '../design/phone-link';
import { AccountStep } from './steps/account-step';
import { CancelRegistration } from './cancel-registration';
import { Progress } from './progress';
import type { Registration } from './queries';
import styles from './registration.module.css';
import type { StepProps } from './steps/step-props';
import { STEPS, stepAfter, stepBefore, stepToShow } from './steps';

const loadGuardians = () => import('./steps/guardians-step');
const loadChildren = () => import('./steps/children-step');
const GuardiansStep = lazy(async () => ({ default: (await loadGuardians()).GuardiansStep }));
const ChildrenStep = lazy(async () => ({ default: (await loadChildren()).ChildrenStep }));

interface WizardProps {
  readonly code: string;
  readonly email: string;
  readonly registration: Registration;
  readonly onCreated: (message: string) => void;
  readonly onCancelled: () => void;
}

/** The account in three steps. The service keeps each one as it is left: one goes on from there, on any device. */
export function Wizard({ code, email, registration, onCreated, onCancelled }: WizardProps) {
  const { etape } = useSearch({ from: '/activation' });
  const navigate = useNavigate({ from: '/activation' });
  const step = stepToShow(registration, etape);
  const heading = useArrival(step);
  useEffect(() => {
    // The link names no step: once the first one is saved, « back » would lead to the same step again.
    if (etape === undefined) void navigate({ search: (now) => ({ ...now, etape: step }), replace: true });
  }, [etape, step, navigate]);
  useEffect(() => {
    // The first step shows without them; they are there before one has filled it in.
    void loadGuardians();
    void loadChildren();
  }, []);
  const { collectivite } = registration;
  const [before, after] = [stepBefore(step), stepAfter(step)];
  const go = (to: typeof before) => void navigate({ search: (now) => ({ ...now, ...(to ? { etape: to } : {}) }) });
  const props: StepProps = {
    code,
    email,
    registration,
    onPrevious: before && (() => go(before)),
    onNext: () => go(after),
  };
  return (
    <>
      <h1>Créer mon compte espace famille</h1>
      <Progress registration={registration} step={step} />
      <h2 ref={heading} tabIndex={-1}>
        {STEPS.find((one) => one.step === step)!.title}
      </h2>
      {step === 'compte' ? <AccountStep {...props} /> : null}
      <Suspense fallback={<Skeleton />}>
        {step === 'responsables' ? <GuardiansStep {...props} /> : null}
        {step === 'enfants' ? <ChildrenStep {...props} onCreated={onCreated} /> : null}
      </Suspense>
      <CancelRegistration code={code} email={email} onCancelled={onCancelled} />
      <footer className={styles.help}>
        Une question ? Appelez le <PhoneLink phone={collectivite.phone} />, ou écrivez à{' '}
        <a href={`mailto:${collectivite.email}`}>{collectivite.email}</a>.
      </footer>
    </>
  );
}

/** The heading of a step takes the focus as one comes to it from another, so that it is read from there. */
function useArrival(step: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = useRef(step);
  useEffect(() => {
    if (arrived.current === step) return;
    arrived.current = step;
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, [step]);
  return heading;
}
