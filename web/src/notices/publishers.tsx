import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TextField } from '../design/forms/text-field';
import { Skeleton } from '../design/skeleton';
import { publishers } from '../session/publishers';
import { type Publisher, publisherOf } from '../session/whose';
import { counted } from '../words/counted';
import { folded } from '../words/folded';
import styles from './notices.module.css';

/** A list longer than that is sought in. */
const FEW = 8;

interface PublishersProps {
  /** The collectivité that one comes from, where it is known. */
  readonly mairie: number | undefined;
}

/**
 * Who publishes these pages, who answers for them, who hosts them and who watches over the data (LCEN, RGPD art. 13): the
 * collectivité that one comes from; the others are folded, each under its name.
 */
export function Publishers({ mairie }: PublishersProps) {
  const { data, error } = useQuery(publishers);
  if (error) return <p role="alert">Ces mentions ne s’affichent pas pour l’instant : rechargez la page.</p>;
  if (!data) return <Skeleton />;
  const own = publisherOf(data, mairie);
  if (own === null) return <Folded all={data} />;
  const others = data.filter((publisher) => publisher !== own);
  return (
    <>
      <h3>{own.name}</h3>
      <Facts publisher={own} />
      {others.length > 0 ? (
        <details>
          <summary>Les autres collectivités de ce service ({others.length})</summary>
          <Folded all={others} />
        </details>
      ) : null}
    </>
  );
}

function Folded({ all }: { readonly all: readonly Publisher[] }) {
  const [sought, setSought] = useState('');
  const words = folded(sought);
  const found = all.filter(({ name, city }) => folded(`${name} ${city}`).includes(words));
  return (
    <>
      {all.length > FEW ? (
        <TextField label="Votre commune" name="commune" value={sought} onChange={setSought} maxLength={200} />
      ) : null}
      <p role="status">{sought.trim() ? told(found.length) : null}</p>
      {found.map((publisher) => (
        <details key={publisher.collectiviteId}>
          <summary>{publisher.name}</summary>
          <Facts publisher={publisher} />
        </details>
      ))}
    </>
  );
}

function told(count: number): string {
  return count === 0
    ? 'Aucune collectivité de ce service ne porte ce nom.'
    : counted(count, 'collectivité porte ce nom', 'collectivités portent ce nom');
}

function Facts({ publisher }: { readonly publisher: Publisher }) {
  const { addressLine1, addressLine2, postalCode, city, hostName, hostAddress, hostPhone } = publisher;
  const address = [addressLine1, addressLine2, `${postalCode} ${city}`].filter(Boolean).join(', ');
  const host = [hostName, hostAddress, hostPhone].filter((told) => told !== null);
  return (
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
