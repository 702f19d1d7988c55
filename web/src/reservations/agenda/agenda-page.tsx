import { useQueries, useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { said } from '../../api/problem';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import { useNow } from '../../design/use-now';
import { useTitle } from '../../design/use-title';
import { useFamily } from '../../family/my-families';
import { addDays, dayIn, dayOfYear, mondayOf } from '../../words/dates';
import { wordsOf } from '../cell-words';
import { planning } from '../queries';
import { Views } from '../views';
import { After } from './after';
import styles from './agenda.module.css';
import { counted, scopeWords, slices, type TypicalWeek, weekOf } from './typical-week';
import { useAddSpans } from './use-add-spans';
import { WeekField } from './week-field';

/** A typical week over a span, for all the children at once: counted before, told day by day after. */
export function AgendaPage() {
  const { familyId, timeZone } = useFamily();
  const today = dayIn(timeZone, useNow());
  const monday = mondayOf(today);
  const { data: shown } = useSuspenseQuery(planning(familyId, monday, addDays(monday, 27)));
  const { semaine } = useSearch({ from: '/signed-in/familles/$familyId/reservations' });
  const first = mondayOf(semaine ?? today);
  const { data: lived } = useSuspenseQuery(planning(familyId, first, addDays(first, 6)));
  const [week, setWeek] = useState<TypicalWeek>(() => (semaine ? weekOf(lived) : new Map()));
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(endOfSchoolYear(today));
  const add = useAddSpans(familyId);
  useTitle('Réservations, toute une période');
  return (
    <div className="stack">
      <h1>Mes réservations</h1>
      <Views />
      <h2>Réserver toute une période</h2>
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
            setTo(endOfSchoolYear(today));
          }}
        >
          Toute l’année scolaire
        </Button>
      </div>
      <CopyWeek
        familyId={familyId}
        today={semaine ?? today}
        onCopy={setWeek}
        onNext={(monday) => {
          setFrom(monday);
          setTo(addDays(monday, 6));
        }}
      />
      <WeekField planning={shown} week={week} onChange={setWeek} />
      <Before familyId={familyId} week={week} from={from} to={to} add={add} />
      {add.data ? <After key={add.submittedAt} familyId={familyId} done={add.data} /> : null}
    </div>
  );
}

interface BeforeProps {
  readonly familyId: number;
  readonly week: TypicalWeek;
  readonly from: string;
  readonly to: string;
  readonly add: ReturnType<typeof useAddSpans>;
}

/** What would be added, counted day by day before it is. */
function Before({ familyId, week, from, to, add }: BeforeProps) {
  const chosen = [...week.values()].some((days) => days.size > 0);
  const read = useQueries({ queries: chosen ? slices(from, to).map((slice) => planning(familyId, ...slice)) : [] });
  if (to < from) return <p role="status">La fin précède le début : changez une des dates.</p>;
  if (!chosen) return <p role="status">Cochez des jours de la semaine : leur nombre exact s’affiche ici.</p>;
  const failed = read.find(({ error }) => error)?.error;
  if (failed)
    return (
      <Notice tone="bad" title="Les jours n’ont pas pu être comptés">
        <p>{said(failed)}</p>
      </Notice>
    );
  if (read.some(({ data }) => !data)) return <p role="status">Nous comptons les jours…</p>;
  const { free, last, others } = counted(
    read.flatMap(({ data }) => data ?? []),
    week,
  );
  return (
    <section aria-label="Avant d’ajouter" className="stack">
      {others.size > 0 ? (
        <p role="status">
          Restent comme ils sont :{' '}
          {[...others].map(([state, count]) => `${wordsOf({ state }).word} (${count})`).join(', ')}.
        </p>
      ) : null}
      {add.error ? (
        <Notice tone="bad" title="Rien n’a été ajouté">
          <p>{said(add.error)}</p>
        </Notice>
      ) : null}
      <p>
        <Button disabled={free === 0} pending={add.isPending} onPress={() => add.mutate({ week, from, to })}>
          {free === 0 ? 'Aucun jour libre à ajouter' : `Ajouter ${scopeWords({ free, last }, week)}`}
        </Button>
      </p>
    </section>
  );
}

interface CopyWeekProps {
  readonly familyId: number;
  readonly today: string;
  readonly onCopy: (week: TypicalWeek) => void;
  /** The span is to be one week alone, from this Monday. */
  readonly onNext: (monday: string) => void;
}

/** The typical week, from one that was lived: this one, or the one of any day. */
function CopyWeek({ familyId, today, onCopy, onNext }: CopyWeekProps) {
  const [date, setDate] = useState(today);
  const monday = mondayOf(date);
  const { data: lived } = useQueries({ queries: [planning(familyId, monday, addDays(monday, 6))] })[0];
  return (
    <div className={styles.span}>
      <label>
        Reprendre la semaine du
        <input type="date" value={date} onChange={({ target }) => setDate(target.value || date)} />
      </label>
      <Button kind="quiet" disabled={!lived} onPress={() => (lived ? onCopy(weekOf(lived)) : undefined)}>
        Reprendre la semaine du {dayOfYear(monday)}
      </Button>
      <Button
        kind="quiet"
        disabled={!lived}
        onPress={() => {
          if (lived) onCopy(weekOf(lived));
          onNext(addDays(monday, 7));
        }}
      >
        La reprendre la semaine d’après seulement
      </Button>
    </div>
  );
}

/**
 * The 31 August that ends the school year of a day, the next one from July on: that is when a family prepares it. Days
 * without service count for nothing.
 */
function endOfSchoolYear(today: string): string {
  const year = Number(today.slice(0, 4));
  return today.slice(5) >= '07-01' ? `${year + 1}-08-31` : `${year}-08-31`;
}
