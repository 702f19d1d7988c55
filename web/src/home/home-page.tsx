import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { absences } from '../absences/queries';
import { myAccount, useFamily } from '../family/my-families';
import { NoChild } from '../family/no-child';
import { useNow } from '../design/use-now';
import { useTitle } from '../design/use-title';
import { news } from '../news/queries';
import { planning, publishedMenus } from '../reservations/queries';
import { addDays, dayOfYear, deadline, timeLeft, dayIn } from '../words/dates';
import { childrenOn, dayInWords, DAYS_AHEAD, mainDishesOn, nextDeadline } from './coming-days';
import styles from './home.module.css';
import { WhatWaits } from './what-waits';

export function HomePage() {
  const family = useFamily();
  const { data: account } = useQuery(myAccount);
  useTitle('Accueil');
  return (
    <div className="stack">
      <h1>{account ? `Bonjour ${account.firstName}` : 'Bonjour'}</h1>
      {family.children.length === 0 ? <NoChild /> : <ComingDays />}
      <WhatWaits />
      <LatestNews familyId={family.familyId} />
    </div>
  );
}

function ComingDays() {
  const { familyId, timeZone } = useFamily();
  const now = useNow();
  const day = dayIn(timeZone, now);
  const { data } = useSuspenseQuery(planning(familyId, day, addDays(day, DAYS_AHEAD)));
  const { data: absent = [] } = useQuery(absences(familyId, day, addDays(day, 1)));
  const { data: menus = [] } = useQuery(publishedMenus(familyId, day, addDays(day, 1)));
  const next = nextDeadline(data, now);
  const days = [
    ['Aujourd’hui', day],
    ['Demain', addDays(day, 1)],
  ] as const;
  return (
    <section className={styles.days} aria-label="Les jours qui viennent">
      {days.map(([label, date]) => (
        <div key={date} className="card">
          <h2>
            {label} <span className="soft">{dayOfYear(date)}</span>
          </h2>
          <ul>
            {childrenOn(date, data, absent).map((child) => (
              <li key={child.childId}>
                <strong>{child.firstName}</strong> : {dayInWords(child)}
              </li>
            ))}
          </ul>
          <Dishes names={mainDishesOn(date, data, menus, absent)} />
        </div>
      ))}
      {next ? (
        <div className="card">
          <h2>Prochaine échéance</h2>
          <p className={styles.left}>{timeLeft(next.closesAt, now)}</p>
          <p>
            pour {next.act} {dayOfYear(next.date)} ({next.prestations.join(', ')}), jusqu’au{' '}
            {deadline(next.closesAt, timeZone)}.
          </p>
          <p>
            <Link
              to="/familles/$familyId/reservations"
              params={{ familyId: String(familyId) }}
              search={{ du: next.date }}
            >
              Voir mes réservations
            </Link>
          </p>
        </div>
      ) : null}
    </section>
  );
}

function Dishes({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return <p className="soft">Au menu : {names.join(' ou ')}</p>;
}

function LatestNews({ familyId }: { readonly familyId: number }) {
  const { data } = useSuspenseQuery(news(familyId));
  const latest = data.items.slice(0, 3);
  if (latest.length === 0) return null;
  return (
    <section aria-labelledby="actualites">
      <h2 id="actualites">Actualités</h2>
      <ul>
        {latest.map(({ id, title }) => (
          <li key={id}>
            <Link to="/familles/$familyId/actualites" params={{ familyId: String(familyId) }} hash={`actualite-${id}`}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
