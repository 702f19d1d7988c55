import { Link } from '@tanstack/react-router';
import { said } from '../../api/problem';
import { classOf } from '../../design/button';
import { Notice } from '../../design/notice';
import { dayOfYear, longDay } from '../../words/dates';
import type { AddedWeek } from './use-add-spans';

/** What was put in the basket, and what was not and why, day by day. */
export function After({ familyId, done }: { readonly familyId: number; readonly done: AddedWeek }) {
  const { added, leftOut, counts, reasons, stopped } = done;
  return (
    <Notice
      tone={stopped || leftOut > 0 ? 'warn' : 'good'}
      title={`${days(added)} au panier, ${days(leftOut)} de côté`}
    >
      {stopped ? <p role="alert">Tout n’a pas été ajouté : {said(stopped)}</p> : null}
      <ul>
        {counts
          .filter((count) => count.added > 0)
          .map((count) => (
            <li key={`${count.childId}:${count.prestationId}`}>
              {count.childName}, {count.prestationName} : {days(count.added)}, du {longDay(count.first!)} au{' '}
              {longDay(count.last!)}
            </li>
          ))}
      </ul>
      {reasons.length > 0 ? (
        <details>
          <summary>Ce qui reste de côté, et pourquoi</summary>
          <ul>
            {reasons.map(({ childId, prestationId, code, childName, prestationName, detail, dates }) => (
              <li key={`${childId}:${prestationId}:${code}`}>
                {childName}, {prestationName}, {dates.map(dayOfYear).join(', ')} : {detail}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {added > 0 ? (
        <p>
          <Link className={classOf()} to="/familles/$familyId/panier" params={{ familyId: String(familyId) }}>
            Vérifier et valider
          </Link>
        </p>
      ) : null}
    </Notice>
  );
}

function days(count: number): string {
  return `${count} ${count > 1 ? 'jours' : 'jour'}`;
}
