import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { said } from '../../api/problem';
import { Button } from '../../design/button';
import { Choices } from '../../design/forms/choices';
import { Notice } from '../../design/notice';
import Sheet from '../../design/sheet';
import { Skeleton } from '../../design/skeleton';
import { dayOfYear } from '../../words/dates';
import { groupsOf } from '../basket/groups';
import { ActButton } from '../day/act-button';
import { type Planning, reservations } from '../queries';
import styles from './cancellation.module.css';
import { asInPlanning, givenUpTogether, whatTheyMean } from './cancel-words';
import { GivenUpNotice } from './given-up-notice';
import { useCancelMany } from './use-cancel-many';

interface CancelManySheetProps {
  readonly familyId: number;
  readonly planning: Planning;
  readonly onClose: () => void;
}

/** Gives up, at once, as many days as one chooses of those that are shown; what that gives back is said before. */
export default function CancelManySheet({ familyId, planning, onClose }: CancelManySheetProps) {
  const { data, error } = useQuery(reservations(familyId, planning.from, planning.to));
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const { children } = planning;
  const { inTime, late } = givenUpTogether(
    asInPlanning(data ?? [], children),
    children.map(({ childId }) => childId),
  );
  // Given up meanwhile on another device, a day is no longer chosen.
  const chosen = inTime.filter(({ id }) => ticked.includes(id));
  const ids = chosen.map(({ id }) => id);
  const cancel = useCancelMany(familyId, ids, () => setTicked([]));
  return (
    <Sheet title="Annuler plusieurs jours" onClose={onClose}>
      {error ? (
        <Notice tone="bad" title="Ces jours n’ont pas pu être lus">
          <p>{said(error)}</p>
        </Notice>
      ) : null}
      {data || error ? null : <Skeleton />}
      {cancel.data ? <GivenUpNotice given={cancel.data} reservations={data ?? []} /> : null}
      {data && inTime.length === 0 ? <p>Aucun de ces jours ne s’annule avec d’autres.</p> : null}
      {inTime.length > 1 ? (
        <p>
          <Button
            kind="quiet"
            onPress={() => setTicked(ids.length === inTime.length ? [] : inTime.map(({ id }) => id))}
          >
            {ids.length === inTime.length ? 'Ne rien choisir' : `Choisir les ${inTime.length} jours`}
          </Button>
        </p>
      ) : null}
      {groupsOf(inTime).map(({ childId, childName, prestationName, days }) => (
        <Choices
          key={`${childId}:${prestationName}`}
          label={`${childName}, ${prestationName}`}
          name={`annuler-${childId}-${days[0]!.prestationId}`}
          choices={days.map(({ id, date }) => [id, dayOfYear(date)] as const)}
          chosen={ids}
          onChange={setTicked}
        />
      ))}
      {late.length > 0 ? (
        <p>
          {late.length > 1 ? `${late.length} autres jours s’annulent un par un` : 'Un autre jour s’annule à part'} : le
          délai est passé. Touchez-{late.length > 1 ? 'les' : 'le'} dans le planning : ce que cela coûte y est dit
          avant.
        </p>
      ) : null}
      {inTime.length > 0 ? (
        <div className={styles.foot}>
          <p role="status">{whatTheyMean(chosen)}</p>
          {chosen.length > 0 ? (
            <ActButton
              kind="danger"
              label={chosen.length > 1 ? `Annuler ces ${chosen.length} réservations` : 'Annuler cette réservation'}
              act={cancel}
            />
          ) : null}
        </div>
      ) : null}
    </Sheet>
  );
}
