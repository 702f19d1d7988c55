import { type FormEvent, useState } from 'react';
import { Refused } from '../../api/problem';

export interface Submission {
  readonly pending: boolean;
  /** What went wrong at the last try; null before it, and while one is under way. */
  readonly error: unknown;
  /** What the service says of each field. */
  readonly fields: ReadonlyMap<string, string>;
  readonly submit: (event: FormEvent) => void;
}

/** The sending of a form: once at a time; what was typed stays, whatever is answered. */
export function useSubmit(send: () => Promise<void>): Submission {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function run(): Promise<void> {
    setPending(true);
    setError(null);
    try {
      await send();
    } catch (reason) {
      setError(reason);
    } finally {
      setPending(false);
    }
  }

  return {
    pending,
    error,
    fields: error instanceof Refused ? error.fields : new Map(),
    submit: (event) => {
      event.preventDefault();
      if (!pending) void run();
    },
  };
}
