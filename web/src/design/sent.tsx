import type { Ref } from 'react';
import { datesInWords, type SentDates } from './sent-dates';

interface SentProps extends SentDates {
  /** How it stands: a word, and a shape for the eyes. */
  readonly state: { readonly word: string; readonly sign: string };
  /** Its number, for who calls the mairie about it. */
  readonly reference?: string;
  /** The word, where the focus goes once what was pressed is gone. */
  readonly word?: Ref<HTMLElement>;
}

/** How what was sent to the mairie stands, told everywhere in the same order: its state, its dates, its number. */
export function Sent({ state, sentAt, last, reference, timeZone, word }: SentProps) {
  const told = datesInWords({ sentAt, last, timeZone });
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
