import { useEffect, useRef } from 'react';
import { Notice } from '../../design/notice';
import { counted } from '../../words/counted';
import { dayOfYear } from '../../words/dates';
import { euros } from '../../words/money';
import type { Reservation } from '../queries';
import type { GivenUp } from './use-cancel-many';

interface GivenUpNoticeProps {
  readonly given: GivenUp;
  readonly reservations: readonly Reservation[];
}

/** What came of it, line by line where something was refused. It takes the focus: what was pressed is gone. */
export function GivenUpNotice({ given, reservations }: GivenUpNoticeProps) {
  const { cancelled, creditedCents, refused } = given;
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => shown.current?.focus(), [given]);
  return (
    <div ref={shown} tabIndex={-1}>
      <Notice
        tone={refused.length > 0 ? 'warn' : 'good'}
        title={counted(cancelled, 'réservation annulée', 'réservations annulées')}
      >
        {creditedCents > 0 ? <p>{euros(creditedCents)} vous sont crédités.</p> : null}
        {cancelled > 0 ? <p>Un message vous en donne la preuve.</p> : null}
        {refused.length > 0 ? (
          <ul>
            {refused.map(({ reservationId, refusal }) => (
              <li key={reservationId}>
                {nameOf(reservations.find(({ id }) => id === reservationId))}
                {refusal.detail}
              </li>
            ))}
          </ul>
        ) : null}
      </Notice>
    </div>
  );
}

function nameOf(reservation: Reservation | undefined): string {
  if (!reservation) return '';
  const { childName, prestationName, date } = reservation;
  return `${childName}, ${prestationName}, ${dayOfYear(date)} : `;
}
