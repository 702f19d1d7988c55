import type { Schemas } from '../api/client';
import { useNow } from '../design/use-now';
import { deadline, timeLeft } from '../words/dates';
import { euros } from '../words/money';

interface ForeseenDayProps {
  readonly day: Schemas['ForeseenDayDto'];
  readonly timeZone: string;
}

/** What a day of absence would cost, until when it is to be told, and what it costs when nothing justifies it. */
export function ForeseenDay({ day: { sentence, tellBefore, unjustifiedCents }, timeZone }: ForeseenDayProps) {
  const now = useNow();
  const left = tellBefore && timeLeft(tellBefore, now);
  return (
    <>
      <p>
        <strong>{sentence}</strong>
      </p>
      {left ? (
        <p>
          À signaler avant le {deadline(tellBefore, timeZone)} ({left}).
        </p>
      ) : null}
      {unjustifiedCents === null ? null : (
        <p className="soft">Une absence non justifiée coûte ce jour-là {euros(unjustifiedCents)}.</p>
      )}
    </>
  );
}
