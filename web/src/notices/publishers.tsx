import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client';
import { Skeleton } from '../design/skeleton';
import { publishers } from './queries';
import styles from './notices.module.css';

type Publisher = Schemas['PublisherDto'];

/** Who publishes these pages, who answers for them, who hosts them and who watches over the data (LCEN, RGPD art. 13). */
export function Publishers() {
  const { data, error } = useQuery(publishers);
  if (error) return <p role="alert">Ces mentions ne s’affichent pas pour l’instant : rechargez la page.</p>;
  if (!data) return <Skeleton />;
  return data.map((publisher) => <OnePublisher key={publisher.collectiviteId} publisher={publisher} />);
}

function OnePublisher({ publisher }: { readonly publisher: Publisher }) {
  const { addressLine1, addressLine2, postalCode, city, hostName, hostAddress, hostPhone } = publisher;
  const address = [addressLine1, addressLine2, `${postalCode} ${city}`].filter(Boolean).join(', ');
  const host = [hostName, hostAddress, hostPhone].filter((told) => told !== null);
  return (
    <>
      <h3>{publisher.name}</h3>
      <dl className="facts">
        <dt>Adresse</dt>
        <dd>{address}</dd>
        <dt>Téléphone</dt>
        <dd>{publisher.phone}</dd>
        <dt>Adresse électronique</dt>
        <dd>
          <a href={`mailto:${publisher.email}`}>{publisher.email}</a>
        </dd>
        <dt>Directeur de la publication</dt>
        <dd>{publisher.publicationDirector ?? 'Non renseigné : c’est son représentant légal, maire ou président.'}</dd>
        <dt>Hébergeur</dt>
        <dd>
          {host.length === 0
            ? 'Non renseigné pour l’instant : la mairie vous le dira.'
            : host.map((line) => (
                <span key={line} className={styles.line}>
                  {line}
                </span>
              ))}
        </dd>
        <dt>Délégué à la protection des données</dt>
        <dd>
          <Officer publisher={publisher} />
        </dd>
      </dl>
    </>
  );
}

function Officer({ publisher }: { readonly publisher: Publisher }) {
  const { dataProtectionOfficer: officer, dataProtectionEmail: email } = publisher;
  if (officer === null && email === null)
    return 'Non renseigné pour l’instant : écrivez à la mairie, qui lui transmettra.';
  return (
    <>
      {officer ? <span className={styles.line}>{officer}</span> : null}
      {email ? <a href={`mailto:${email}`}>{email}</a> : null}
    </>
  );
}
