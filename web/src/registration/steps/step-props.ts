import type { Registration } from '../queries';

/** What each step of the creation of an account is given. */
export interface StepProps {
  readonly code: string;
  readonly email: string;
  readonly registration: Registration;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: () => void;
}
