import { useEffect, useRef, useState } from 'react';
import { proofOfWork } from './proof-of-work';

/** Sooner than the 20 minutes that an answer lasts, so that one that is sent is still good as it arrives. */
const LIFE = 15 * 60_000;

interface Proof {
  readonly answer: Promise<string>;
  readonly since: number;
}

/** The security test, begun as the page opens: « true » once it is done. Each answer is taken once. */
export function useProof(): readonly [boolean, () => Promise<string>] {
  const proof = useRef<Proof | null>(null);
  const [done, setDone] = useState(false);

  useEffect(() => {
    proof.current ??= begun();
    // What fails here is tried again, and said, as one sends.
    proof.current.answer.then(
      () => setDone(true),
      () => (proof.current = null),
    );
  }, []);

  return [
    done,
    () => {
      const kept = proof.current;
      proof.current = null;
      return kept && performance.now() - kept.since < LIFE ? kept.answer : proofOfWork();
    },
  ];
}

function begun(): Proof {
  return { answer: proofOfWork(), since: performance.now() };
}
