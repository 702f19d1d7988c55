import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../design/button';
import { useNow } from '../../design/use-now';
import { useTitle } from '../../design/use-title';
import { useFamily } from '../../family/my-families';
import { addDays, dayIn, mondayOf } from '../../words/dates';
import { planning } from '../queries';
import { Views } from '../views';
import styles from './agenda.module.css';
import { Before } from './before';
import { CopyWeek } from './copy-week';
import { EveryDays } from './every-day';
import { everyDaysOf, idleRows, offersOf } from './offers';
import { Told } from './told';
import { slices, type TypicalWeek, weekOf } from './typical-week';
import { useAddSpans } from './use-add-spans';
import { useSpan } from './use-span';
import { WeekField } from './week-field';

/** Loaded once something was added: the first page is at its limit without it. */
const After = lazy(async () => ({ default: (await import('./after')).After }));

/** A typical week over a span, for all the children at once: counted before, told day by day after. */
export function AgendaPage() {
  const { familyId, timeZone } = useFamily();
  const today = dayIn(timeZone, useNow());
  const end = endOfSchoolYear(today);
  const { data: shown } = useSuspenseQuery(planning(familyId, ...slices(today, end)[0]!));
  const { semaine, chaque } = useSearch({ from: '/signed-in/familles/$familyId/reservations' });
  const first = mondayOf(semaine ?? today);
  const { data: lived } = useSuspenseQuery(planning(familyId, first, addDays(first, 6)));
  const [week, setWeek] = useState<TypicalWeek>(() => {
    if (semaine) return weekOf(lived);
    const every = everyDaysOf(offersOf([shown])).find(({ prestationIds }) => prestationIds.includes(chaque ?? 0));
    return every?.week ?? new Map();
  });
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(end);
  const span = useSpan(familyId, from, to);
  const children = offersOf([shown, ...span.plannings]);
  const idle = span.whole ? idleRows(children, span.plannings) : NONE;
  const offered = everyDaysOf(
    children.map((child) => ({ ...child, rows: child.rows.filter(({ key }) => !idle.has(key)) })),
  );
  const add = useAddSpans(familyId);
  useTitle('Réservations, toute une période');
  return (
    <div className="stack">
      <h1>Mes réservations</h1>
      <Views />
      <h2>Réserver toute une période</h2>
      <EveryDays offered={offered} week={week} onChange={setWeek} />
      <div className={styles.span}>
        <label>
          Du
          <input type="date" value={from} onChange={({ target }) => setFrom(target.value || from)} />
        </label>
        <label>
          Au
          <input type="date" value={to} onChange={({ target }) => setTo(target.value || to)} />
        </label>
        <Button
          kind="quiet"
          onPress={() => {
            setFrom(today);
            setTo(end);
          }}
        >
          Toute l’année scolaire
        </Button>
      </div>
      <WeekField offered={children} idle={idle} week={week} onChange={setWeek} />
      <CopyWeek
        familyId={familyId}
        today={semaine ?? today}
        onCopy={setWeek}
        onNext={(monday) => {
          setFrom(monday);
          setTo(addDays(monday, 6));
        }}
      />
      <Before week={week} from={from} to={to} span={span} add={add} />
      {add.data ? (
        <Suspense key={add.submittedAt}>
          <Told>
            <After familyId={familyId} done={add.data} />
          </Told>
        </Suspense>
      ) : null}
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The 31 August that ends the school year of a day, the next one from July on: that is when a family prepares it. Days
 * without service count for nothing.
 */
function endOfSchoolYear(today: string): string {
  const year = Number(today.slice(0, 4));
  return today.slice(5) >= '07-01' ? `${year + 1}-08-31` : `${year}-08-31`;
}
