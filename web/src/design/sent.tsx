import type { Ref } from 'react';
import { dayIn, plainDay } from '../words/dates';

interface SentProps {
  /** How it stands: a word, and a shape for the eyes. */
  readonly state: { readonly word: string; readonly sign: string };
  /** When it left for the mairie; null where it comes from the mairie itself. */
  readonly sentAt: string | null;
  /** What happened to it last, and when; null while nothing did. */
  readonly last?: readonly [what: 'réponse' | 'retrait' | 'dernière nouvelle', at: string] | null;
  /** Its number, for who calls the mairie about it. */
  readonly reference?: string;
  readonly timeZone: string;
  /** The word, where the focus goes once what was pressed is gone. */
  readonly word?: Ref<HTMLElement>;
}

/** How what was sent to the mairie stands, told everywhere in the same order: its state, its dates, its number. */
export function Sent({ state, sentAt, last, reference, timeZone, word }: SentProps) {
  const day = (instant: string) => plainDay(dayIn(timeZone, instant));
  const told = [
    sentAt === null ? null : `Envoi du ${day(sentAt)}`,
    last ? `${last[0]} du ${day(last[1])}` : null,
  ].filter((one) => one !== null);
  return (
    <span>
      <strong ref={word} tabIndex={word ? -1 : undefined}>
        <span aria-hidden="true">{state.sign} </span>
        <span>{state.word}</span>
      </strong>
      {told.length > 0 ? <br /> : null}
      <span className="soft">
        {told.join(' · ')}
        {reference === undefined ? null : (
          <>
            {' · '}
            <span className="whole">n° {reference}</span>
          </>
        )}
      </span>
    </span>
  );
}
