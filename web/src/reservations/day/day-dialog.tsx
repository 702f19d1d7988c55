import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import { PhoneLink } from '../../design/phone-link';
import Sheet from '../../design/sheet';
import { useNow } from '../../design/use-now';
import { deadline, longDay, moment, timeLeft, until } from '../../words/dates';
import { type CellState, whyOf, wordsOf } from '../cell-words';
import type { DayOfPlanning } from './day-of-planning';
import { MealOfDay } from '../menus/meal-of-day';
import { AwaitedPayment } from './awaited-payment';
import styles from './day.module.css';
import { LateRequestAct } from './late-request-act';
import { ReservedDay } from './reserved-day';
import { ToggleAct } from './toggle-act';
import { WaitingActs } from './waiting-acts';

interface DayDialogProps {
  readonly familyId: number;
  readonly day: DayOfPlanning;
  /** The mairie's, where only it can still do something. */
  readonly phone: string;
  readonly onToggle: () => void;
  readonly onClose: () => void;
}

/** Something else than what is done here gave the day up. */
const LOST = 'Cette réservation a été annulée entre-temps, sur un autre appareil ou par l’autre parent.';

/** All that is known of one day of a child in a prestation, and what can be done about it. */
export default function DayDialog({ familyId, day, phone, onToggle, onClose }: DayDialogProps) {
  const { firstName, prestationName, cell } = day;
  const client = useQueryClient();
  const [done, setDone] = useState<string | null>(null);
  const [opened] = useState(cell.state);
  const gone = useCallback(
    () => void client.invalidateQueries({ queryKey: ['family', familyId, 'planning'] }),
    [client, familyId],
  );
  const lost = opened === 'RESERVED' && cell.state !== 'RESERVED' ? LOST : null;
  return (
    <Sheet title={`${firstName} – ${prestationName}`} onClose={onClose}>
      <p>
        <strong>{longDay(cell.date)}</strong>
      </p>
      <p role="status">{done ?? lost}</p>
      <Facts day={day} />
      <MealOfDay familyId={familyId} prestationId={day.prestationId} date={cell.date} />
      <Acts familyId={familyId} day={day} phone={phone} onToggle={onToggle} onDone={setDone} onGone={gone} />
    </Sheet>
  );
}

function Facts({ day }: { readonly day: DayOfPlanning }) {
  const now = useNow();
  const { cell, timeZone } = day;
  const reserved = cell.state === 'RESERVED';
  const over = OVER.includes(cell.state);
  const facts: [string, ReactNode][] = [
    ['État', <State key="state" cell={cell} />],
    ['À accepter avant', cell.state === 'OFFERED' ? untilWith(cell.offerExpiresAt, timeZone, now) : null],
    ['Clos depuis', cell.since ? moment(cell.since, timeZone) : null],
    ['Prix', cell.price],
    ['Prix si non prévu', cell.unplannedPrice],
    ['Places restantes', reserved || cell.placesLeft === null ? null : String(cell.placesLeft)],
    ['Réserver avant', reserved || over ? null : untilWith(cell.bookableUntil, timeZone, now)],
    ['À demander avant', over && mayAsk(cell, now) ? untilWith(cell.bookableUntil, timeZone, now) : null],
    ['Annuler avant', over ? null : untilWith(cell.cancelClosesAt, timeZone, now)],
    ['Horaires', day.hours],
    ['Lieu', day.siteName],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, said]) =>
        said ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function State({ cell }: Pick<DayOfPlanning, 'cell'>) {
  const { word, sign } = wordsOf(cell);
  const why = whyOf(cell);
  return (
    <>
      <span aria-hidden="true">{sign} </span>
      {word}
      {why ? ` – ${why}` : null}
    </>
  );
}

/** « mardi 1er décembre 2026 à 11 h 00 (encore 3 h 12) », « (c’est passé) » once it is over. */
function untilWith(instant: string | null | undefined, timeZone: string, now: number): string | null {
  return instant ? `${deadline(instant, timeZone)} (${timeLeft(instant, now) ?? 'c’est passé'})` : null;
}

interface ActsProps extends Omit<DayDialogProps, 'onClose'> {
  readonly onDone: (told: string) => void;
  readonly onGone: () => void;
}

function Acts({ familyId, day, phone, onToggle, onDone, onGone }: ActsProps) {
  const { cell, childId } = day;
  const now = useNow();
  switch (cell.state) {
    case 'BOOKABLE':
    case 'IN_BASKET':
      return <ToggleAct inBasket={cell.state === 'IN_BASKET'} onToggle={onToggle} />;
    case 'RESERVED':
      return <ReservedDay familyId={familyId} day={day} phone={phone} onDone={onDone} onGone={onGone} />;
    case 'AWAITING_PAYMENT':
      return <AwaitedPayment familyId={familyId} validationId={cell.validationId!} />;
    case 'FULL':
    case 'WAITING':
    case 'OFFERED':
      return <WaitingActs familyId={familyId} day={day} />;
    case 'REQUESTABLE':
    case 'REQUESTED':
    case 'REFUSED':
      return cell.state === 'REFUSED' && !mayAsk(cell, now) ? (
        <CallTheMairie phone={phone} />
      ) : (
        <LateRequestAct
          familyId={familyId}
          wanted={{ operation: 'ADD', sessionId: cell.sessionId!, childId }}
          label="Demander à la mairie de réserver ce jour"
        />
      );
    case 'NOT_YET_OPEN':
      return <p>Revenez quand les réservations de ce jour seront ouvertes.</p>;
    case 'TAKEN_BY_OTHER':
      return <TakenByOther familyId={familyId} />;
    case 'CALLED_OFF':
      return <p>La mairie a annulé cet accueil : rien ne vous est facturé pour ce jour.</p>;
    case 'CLOSED':
    case 'NOT_YOURS':
    case 'OUT_OF_DATES':
    case 'NO_SERVICE':
      return <CallTheMairie phone={phone} />;
  }
}

/** In the place of « Annuler »: who may, and where one sees which days. */
function TakenByOther({ familyId }: { readonly familyId: number }) {
  return (
    <p>
      L’enfant a déjà sa place ce jour-là : l’autre foyer, qui l’a réservée, la paie tant qu’il ne l’annule pas.{' '}
      <Link to="/familles/$familyId/foyer/garde" params={{ familyId: String(familyId) }}>
        Voir tous les jours qu’il a réservés
      </Link>
    </p>
  );
}

function CallTheMairie({ phone }: Pick<DayDialogProps, 'phone'>) {
  return (
    <p>
      Pour toute question sur ce jour, appelez la mairie au <PhoneLink phone={phone} />.
    </p>
  );
}

/** Past its limit a day says since when it is closed: what could be done before is then of no use. */
const OVER: readonly CellState[] = ['CLOSED', 'REQUESTABLE', 'REQUESTED', 'REFUSED'];

/** Whether the mairie may still be asked for a day that is over, once more too. */
function mayAsk({ state, bookableUntil }: DayOfPlanning['cell'], now: number): boolean {
  return state !== 'CLOSED' && bookableUntil != null && until(bookableUntil, now) > 0;
}
