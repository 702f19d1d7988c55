import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTitle } from '../../design/use-title';
import { contacts, useFamily } from '../../family/my-families';
import { FeedCard } from './feed-card';
import { feeds } from './queries';

/** What is reserved for each child, in the calendar of one's telephone. */
export function FeedsPage() {
  const { familyId, collectiviteId, children } = useFamily();
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const { data } = useSuspenseQuery(feeds(familyId));
  useTitle('Dans mon calendrier');
  return (
    <div className="stack reading">
      <p>
        <Link to="/familles/$familyId/reservations" params={{ familyId: String(familyId) }}>
          ← Mes réservations
        </Link>
      </p>
      <h1>Dans mon calendrier</h1>
      <p>
        Les jours réservés apparaissent dans le calendrier de votre téléphone ou de votre ordinateur, et s’y tiennent à
        jour. On y lit le prénom de l’enfant, l’accueil, le lieu et les horaires ; ni menu, ni santé.
      </p>
      {children.map(({ childId, firstName }) => (
        <FeedCard
          key={childId}
          familyId={familyId}
          childId={childId}
          firstName={firstName}
          timeZone={mairie.timeZone}
          feed={data.find((one) => one.childId === childId) ?? null}
        />
      ))}
      <section aria-labelledby="comment-faire">
        <h2 id="comment-faire">Comment faire</h2>
        <dl>
          <dt>
            <strong>iPhone, iPad ou Mac</strong>
          </dt>
          <dd>Touchez « Ouvrir dans mon calendrier », puis « S’abonner ».</dd>
          <dt>
            <strong>Android et Google Agenda</strong>
          </dt>
          <dd>
            Copiez l’adresse. Sur un ordinateur, dans Google Agenda, choisissez « Autres agendas », « + », « À partir de
            l’URL », et collez-la. Elle apparaît ensuite sur votre téléphone.
          </dd>
          <dt>
            <strong>Outlook et les autres</strong>
          </dt>
          <dd>Copiez l’adresse, puis ajoutez un calendrier « à partir du web » ou « par abonnement ».</dd>
        </dl>
        <p className="soft">
          Un calendrier relit cette adresse de lui-même, souvent une fois par heure, parfois une fois par jour : pour
          savoir où vous en êtes à la minute près, regardez ici.
        </p>
      </section>
    </div>
  );
}
