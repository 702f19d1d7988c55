import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Notice } from '../../design/notice';
import { useTitle } from '../../design/use-title';
import { contacts, useFamily } from '../../family/my-families';
import { dayOfYear } from '../../words/dates';
import { euros } from '../../words/money';
import { DaysByGroup } from './days-by-group';
import { type Validation, validation } from '../queries';
import { ValidationPayment } from './validation-payment';

/** How often the state of a payment is asked again, while it is not decided. */
const ASK_AGAIN = 5_000;

/** What a validation decided, line by line: booked, to be paid, refused and why. It can be read again at any time. */
export function ValidationPage() {
  const { familyId, collectiviteId } = useFamily();
  const { validationId } = useParams({ from: '/signed-in/familles/$familyId/panier/paiements/$validationId' });
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const { data } = useSuspenseQuery({ ...validation(familyId, Number(validationId)), refetchInterval: untilDecided });
  const refused = data.lines.filter(({ refusal }) => refusal !== null);
  const booked = data.lines.filter(({ outcome }) => outcome === 'ACCEPTED');
  const awaiting = data.lines.filter(({ outcome }) => outcome === 'AWAITING_PAYMENT');
  useTitle('Réservations validées');
  return (
    <div className="stack">
      <h1>Vos réservations</h1>
      <Notice tone={refused.length > 0 ? 'warn' : 'good'} title={data.sentence}>
        <p>Un message vous en donne la preuve, avec la liste des jours.</p>
      </Notice>
      {data.payment ? (
        <ValidationPayment
          familyId={familyId}
          validationId={data.id}
          payment={data.payment}
          timeZone={mairie.timeZone}
        />
      ) : null}
      {refused.length > 0 ? (
        <section className="list" aria-labelledby="refuses">
          <h2 id="refuses">Ce qui n’a pas pu être réservé</h2>
          <DaysByGroup days={refused}>
            {({ childName, prestationName, date, refusal }) => (
              <li>
                {childName}, {prestationName}, {dayOfYear(date)} : {refusal!.detail}
              </li>
            )}
          </DaysByGroup>
        </section>
      ) : null}
      {awaiting.length > 0 ? (
        <section aria-labelledby="gardes">
          <h2 id="gardes">Ce qui est gardé pour vous</h2>
          <ul>
            {awaiting.map(({ sessionId, childId, childName, prestationName, date }) => (
              <li key={`${sessionId}:${childId}`}>
                {childName}, {prestationName}, {dayOfYear(date)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {booked.length > 0 ? (
        <section className="list" aria-labelledby="reserves">
          <h2 id="reserves">Ce qui est réservé</h2>
          <DaysByGroup days={booked}>
            {({ childName, prestationName, date, unitCents }) => (
              <li>
                {childName}, {prestationName}, {dayOfYear(date)}
                {unitCents === null ? '' : `, ${euros(unitCents)}`}
              </li>
            )}
          </DaysByGroup>
        </section>
      ) : null}
      <p>
        <Link to="/familles/$familyId/reservations" params={{ familyId: String(familyId) }}>
          Revenir à mes réservations
        </Link>
      </p>
    </div>
  );
}

function untilDecided({ state }: { readonly state: { readonly data?: Validation | undefined } }): number | false {
  const payment = state.data?.payment?.state;
  return payment === 'AWAITING' || payment === 'CHECKING' ? ASK_AGAIN : false;
}
