import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { unknown } from '../../api/problem';
import { useNow } from '../../design/use-now';
import { useTitle } from '../../design/use-title';
import { useFamily } from '../../family/my-families';
import { swaps } from '../../household/queries';
import { dayIn, dayOfYear, deadline, shortDay } from '../../words/dates';
import { listed } from '../../words/listed';
import { ActButton } from '../day/act-button';
import { type Reservation, reservations } from '../queries';
import { byLimit, givenUpTogether, whatItMeans, whatTheyMean } from './cancel-words';
import { GivenUpNotice } from './given-up-notice';
import { useCancelMany } from './use-cancel-many';

/** What this foyer still has reserved on days that went to the other one: given up in one press, on terms said before. */
export function GivenDaysPage() {
  const { familyId, timeZone } = useFamily();
  const { swapId } = useParams({ from: '/signed-in/familles/$familyId/reservations/donnes/$swapId' });
  const { data: all } = useSuspenseQuery(swaps(familyId));
  const today = dayIn(timeZone, useNow());
  const swap = all.find(({ id, state }) => String(id) === swapId && state === 'CONFIRMED');
  // The page of what does not exist, for an address of which the service was not asked.
  if (!swap) throw unknown();
  const given = swap.days.filter(({ date, withYou }) => !withYou && date >= today).map(({ date }) => date);
  useTitle('Jours donnés, encore réservés');
  return (
    <div className="stack reading">
      <p>
        <Link to="/familles/$familyId/foyer/garde" params={{ familyId: String(familyId) }}>
          ← Garde et échanges de jours
        </Link>
      </p>
      <h1>Jours donnés, encore réservés</h1>
      <StillReserved
        familyId={familyId}
        childId={swap.childId}
        childName={swap.childName}
        given={given}
        timeZone={timeZone}
        today={today}
      />
    </div>
  );
}

interface StillReservedProps {
  readonly familyId: number;
  readonly childId: number;
  readonly childName: string;
  /** Those to come, in order. */
  readonly given: readonly string[];
  readonly timeZone: string;
  readonly today: string;
}

function StillReserved({ familyId, childId, childName, given, timeZone, today }: StillReservedProps) {
  const { data } = useSuspenseQuery(reservations(familyId, given[0] ?? today, given.at(-1) ?? today));
  const own = data.filter((one) => one.childId === childId && given.includes(one.date));
  const { inTime } = givenUpTogether(own, [childId]);
  const apart = own.filter((one) => one.state === 'RESERVED' && !inTime.includes(one));
  const ids = inTime.map(({ id }) => id);
  const cancel = useCancelMany(familyId, ids, () => undefined);
  return (
    <>
      {cancel.data ? <GivenUpNotice given={cancel.data} reservations={own} /> : null}
      {inTime.length + apart.length > 0 ? (
        <p>
          {childName} n’est plus chez vous ces jours-là, mais vous les aviez réservés : ils restent à vous et vous
          seront facturés si vous ne les annulez pas. Une place annulée va d’abord à qui l’attend ; sinon, l’autre foyer
          peut la réserver.
        </p>
      ) : (
        <p>Vous n’avez plus aucune réservation sur ces jours.</p>
      )}
      <ul>
        {byLimit(inTime).map(({ prestationName, cancelClosesAt, days }) => (
          <li key={`${prestationName} ${cancelClosesAt}`}>
            {prestationName} : {listed(days.map(({ date }) => shortDay(date)))}
            <br />
            <span className="soft">
              {days.length > 1 ? 'Annulables' : 'Annulable'} sans frais jusqu’au {deadline(cancelClosesAt, timeZone)}
            </span>
          </li>
        ))}
        {apart.map((one) => (
          <Apart key={one.id} reservation={one} familyId={familyId} />
        ))}
      </ul>
      {inTime.length > 0 ? (
        <ActButton
          kind="danger"
          label={inTime.length > 1 ? `Annuler ces ${inTime.length} réservations` : 'Annuler cette réservation'}
          act={cancel}
          before={whatTheyMean(inTime)}
        />
      ) : null}
    </>
  );
}

/** Past its limit a day is given up by itself, where the règlement still allows it. */
function Apart({ reservation, familyId }: { readonly reservation: Reservation; readonly familyId: number }) {
  const { childId, prestationName, date, cancellable } = reservation;
  return (
    <li>
      {prestationName},{' '}
      <Link
        to="/familles/$familyId/reservations"
        params={{ familyId: String(familyId) }}
        search={{ du: date, enfant: childId }}
      >
        {dayOfYear(date)}
      </Link>
      {' : '}
      {cancellable ? whatItMeans(reservation) : 'le délai d’annulation est passé.'}
    </li>
  );
}
