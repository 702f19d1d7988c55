import { useSearch } from '@tanstack/react-router';
import { lazy } from 'react';
import { PlanningPage } from './planning/planning-page';

const AgendaPage = lazy(async () => ({ default: (await import('./agenda/agenda-page')).AgendaPage }));

/** The days by week or by month, or a typical week over a whole span. */
export function ReservationsPage() {
  const { vue } = useSearch({ from: '/signed-in/familles/$familyId/reservations' });
  return vue === 'agenda' ? <AgendaPage /> : <PlanningPage />;
}
