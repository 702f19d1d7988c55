import { Link } from '@tanstack/react-router';
import { said } from '../../api/problem';
import { Button, classOf } from '../../design/button';
import { Notice } from '../../design/notice';
import { counted, countedDays } from '../../words/counted';
import { dayOfYear } from '../../words/dates';
import { periodOf } from '../basket/groups';
import { type AddedWeek, useTakeBack } from './use-add-spans';

/** What was put in the basket, and what was not and why, day by day. */
export function After({ familyId, done }: { readonly familyId: number; readonly done: AddedWeek }) {
  const { added, leftOut, lineIds, counts, reasons, stopped } = done;
  const takeBack = useTakeBack(familyId);
  if (takeBack.isSuccess)
    return <Notice tone="good" title={`${counted(added, 'jour retiré', 'jours retirés')} du panier`} />;
  return (
    <Notice
      tone={stopped || leftOut > 0 ? 'warn' : 'good'}
      title={`${countedDays(added)} au panier, ${countedDays(leftOut)} de côté`}
    >
      {takeBack.error ? <p role="alert">{said(takeBack.error)}</p> : null}
      {stopped ? <p role="alert">Tout n’a pas été ajouté : {said(stopped)}</p> : null}
      <ul>
        {counts
          .filter((count) => count.added > 0)
          .map((count) => (
            <li key={`${count.childId}:${count.prestationId}`}>
              {count.childName}, {count.prestationName} : {countedDays(count.added)},{' '}
              {periodOf([{ date: count.first! }, { date: count.last! }])}
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
        <div className="acts">
          <Link className={classOf()} to="/familles/$familyId/panier" params={{ familyId: String(familyId) }}>
            Vérifier et valider
          </Link>
          <Button kind="quiet" pending={takeBack.isPending} onPress={() => takeBack.mutate(lineIds)}>
            Annuler : retirer {countedDays(added)} du panier
          </Button>
        </div>
      ) : null}
    </Notice>
  );
}
