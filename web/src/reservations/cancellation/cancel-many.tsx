import { lazy, Suspense, useState } from 'react';
import { Button } from '../../design/button';
import type { Planning } from '../queries';

const CancelManySheet = lazy(() => import('./cancel-many-sheet'));

interface CancelManyProps {
  readonly familyId: number;
  readonly planning: Planning;
  /** « de la semaine », « du mois ». */
  readonly scope: string;
}

/** The way to give up several of the days that are shown, where there are several. */
export function CancelMany({ familyId, planning, scope }: CancelManyProps) {
  const [open, setOpen] = useState(false);
  // Once it was opened it stays, so that the focus has where to return.
  const [opened, setOpened] = useState(false);
  const cells = planning.children.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const several = cells.filter(({ state, cancellable }) => state === 'RESERVED' && cancellable).length > 1;
  if (!several && !opened) return null;
  return (
    <>
      <p>
        <Button
          kind="quiet"
          onPress={() => {
            setOpen(true);
            setOpened(true);
          }}
        >
          Annuler plusieurs jours {scope}
        </Button>
      </p>
      {open ? (
        <Suspense>
          <CancelManySheet familyId={familyId} planning={planning} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
