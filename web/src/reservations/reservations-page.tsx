import { useSearch } from '@tanstack/react-router';
import { lazy } from 'react';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { NoChild } from '../family/no-child';

const PlanningPage = lazy(async () => ({ default: (await import('./planning/planning-page')).PlanningPage }));
const AgendaPage = lazy(async () => ({ default: (await import('./agenda/agenda-page')).AgendaPage }));

/** The days by week or by month, or a typical week over a whole span. */
export function ReservationsPage() {
  const { vue } = useSearch({ from: '/signed-in/familles/$familyId/reservations' });
  const { children } = useFamily();
  if (children.length === 0) return <WithoutChild />;
  return vue === 'agenda' ? <AgendaPage /> : <PlanningPage />;
}

function WithoutChild() {
  useTitle('Mes réservations');
  return (
    <div className="stack">
      <h1>Mes réservations</h1>
      <NoChild />
    </div>
  );
}
