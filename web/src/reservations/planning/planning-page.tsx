import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { said } from '../../api/problem';
import { contacts, useFamily } from '../../family/my-families';
import { useNow } from '../../design/use-now';
import { useRoom } from '../../design/use-room';
import { useTitle } from '../../design/use-title';
import { Skeleton } from '../../design/skeleton';
import { Notice } from '../../design/notice';
import { addDays, dayIn } from '../../words/dates';
import { wordsOf } from '../cell-words';
import { CancelMany } from '../cancellation/cancel-many';
import { BasketToast } from './basket-toast';
import { type DayKey, dayOfPlanning } from '../day/day-of-planning';
import { PlanningList } from './planning-list';
import { withoutIdleWeekends } from './planning-rows';
import { planning } from '../queries';
import { ReservedUntilList } from './reserved-until-list';
import { spanOf } from '../span';
import { ofChild, SpanBar } from './span-bar';
import { type Place, type Toggled, useToggleCells } from './use-toggle-cells';
import { Views } from '../views';
import { WholeYear } from './whole-year';
import { WithoutEnrolment } from './without-enrolment';

/** Only where there is room for it: a phone does not load what it does not show. */
const PlanningGrid = lazy(() => import('./planning-grid'));
const WeekMenus = lazy(() => import('../menus/week-menus'));
const AFTER_A_PRESS = 200;
/** For a grid, in rem; else days are listed one under the other. */
const GRID_ROOM = 60;
/** Asked for as one goes near the days, so that what is said of one is there when it is pressed. */
const loadDay = () => import('../day/day-dialog');
/** On a phone one goes near a day by pressing it: its answer is drawn first. */
const near = () => void setTimeout(() => void loadDay().catch(() => undefined), AFTER_A_PRESS);
const DayDialog = lazy(loadDay);

export function PlanningPage() {
  const { familyId, collectiviteId, timeZone } = useFamily();
  const { data: mairie } = useQuery(contacts(collectiviteId));
  const { du, vue, enfant } = useSearch({ from: '/signed-in/familles/$familyId/reservations' });
  const now = useNow();
  const today = dayIn(timeZone, now);
  const span = spanOf(du ?? today, vue === 'mois');
  const week = planning(familyId, span.from, span.to);
  const { data: all } = useSuspenseQuery(week);
  const data = useMemo(() => withoutIdleWeekends(ofChild(all, enfant)), [all, enfant]);
  const navigate = useNavigate();
  const toggle = useToggleCells(familyId, week.queryKey);
  const [open, setOpen] = useState<DayKey | null>(null);
  const day = open && dayOfPlanning(data, open);
  const wide = useRoom(GRID_ROOM);
  useTitle(`Réservations, ${span.title.toLowerCase()}`);

  const { mutate } = toggle;
  const many = useCallback((places: readonly Place[]) => mutate({ places }), [mutate]);
  const press = useCallback(
    (place: Place) => {
      const { act } = wordsOf(place.cell);
      if (act === 'add' || act === 'take-back') mutate({ places: [place] });
      if (act === 'open') setOpen({ ...place, date: place.cell.date });
    },
    [mutate, setOpen],
  );

  const scope = vue === 'mois' ? 'du mois' : 'de la semaine';
  const turn = (way: -1 | 1) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, du: way === 1 ? addDays(span.to, 1) : addDays(span.from, -1) }),
    });

  return (
    <div className="stack">
      <h1>Mes réservations</h1>
      <Views />
      <SpanBar span={span} planning={all} />
      <WholeYear familyId={familyId} planning={data} />
      {toggle.error ? (
        <Notice tone="bad" title="Ce jour n’a pas pu être changé">
          <p>{said(toggle.error)}</p>
        </Notice>
      ) : null}
      <div onPointerEnter={near} onFocus={near}>
        {wide ? (
          <Suspense fallback={<Skeleton />}>
            <PlanningGrid planning={data} scope={scope} onPress={press} onMany={many} onTurn={turn} />
          </Suspense>
        ) : (
          <PlanningList planning={data} today={today} scope={scope} onPress={press} onMany={many} />
        )}
      </div>
      <WithoutEnrolment planning={data} />
      {day && mairie ? (
        <Suspense>
          <DayDialog
            familyId={familyId}
            day={day}
            phone={mairie.phone}
            onToggle={() => mutate({ places: [day] })}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      ) : null}
      <CancelMany familyId={familyId} planning={data} scope={scope} />
      <Suspense>
        <WeekMenus familyId={familyId} planning={data} />
      </Suspense>
      {vue ? null : (
        <p>
          <Link
            to="/familles/$familyId/reservations"
            params={{ familyId: String(familyId) }}
            search={{ vue: 'agenda', semaine: span.from }}
          >
            Reprendre cette semaine jusqu’à la fin de l’année
          </Link>
        </p>
      )}
      {toggle.data && toggle.data.leftOut.length > 0 ? <LeftOut toggled={toggle.data} /> : null}
      <ReservedUntilList familyId={familyId} today={today} planning={data} />
      <p>
        <Link to="/familles/$familyId/reservations/calendrier" params={{ familyId: String(familyId) }}>
          Ajouter au calendrier de mon téléphone
        </Link>
      </p>
      <BasketToast familyId={familyId} toggled={toggle.data} onUndo={(undo) => mutate(undo)} />
    </div>
  );
}

function LeftOut({ toggled }: { readonly toggled: Toggled }) {
  return (
    <Notice tone="warn" title="Ce qui n’a pas pu être ajouté">
      <ul>
        {toggled.leftOut.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Notice>
  );
}
