import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Refused } from '../api/problem';
import { Notice } from '../design/notice';
import { Skeleton } from '../design/skeleton';
import { useTitle } from '../design/use-title';
import { Commune } from '../session/commune';
import { NotShown } from '../session/not-shown';
import { mairieIn } from '../session/whose';
import { isOfLink, LinkNotGood } from './link-not-good';
import { registration } from './queries';
import { RenewInvitation } from './renew-invitation';
import styles from './registration.module.css';
import { Welcome } from './welcome';
import { Wizard } from './wizard';

type End = { readonly welcome: string } | 'cancelled' | null;

/** Where the link of an invitation leads: to the account in three steps, or to another link. */
export function ActivationPage() {
  const { code = '', email = '', mairie } = useSearch({ from: '/activation' });
  const [end, setEnd] = useState<End>(null);
  return (
    <main className={styles.page} id="contenu">
      {code !== '' && end === null ? (
        <Opened
          key={code}
          code={code}
          email={email}
          mairie={mairie}
          onCreated={(welcome) => setEnd({ welcome })}
          onCancelled={() => setEnd('cancelled')}
        />
      ) : (
        <>
          <Commune collectiviteId={mairie} />
          {end === null ? (
            <LostInvitation email={email} mairie={mairie} />
          ) : end === 'cancelled' ? (
            <Cancelled mairie={mairie} />
          ) : (
            <Welcome message={end.welcome} />
          )}
        </>
      )}
    </main>
  );
}

interface OpenedProps {
  readonly code: string;
  readonly email: string;
  readonly mairie: number | undefined;
  readonly onCreated: (message: string) => void;
  readonly onCancelled: () => void;
}

function Opened({ code, email, mairie, onCreated, onCancelled }: OpenedProps) {
  const { data, error, refetch } = useQuery(registration(code, email));
  return (
    <>
      <Commune collectiviteId={data?.collectivite.id ?? mairie} />
      {error instanceof Refused && isOfLink(error) ? (
        <LinkNotGood error={error} email={email} mairie={mairie} />
      ) : data ? (
        <Wizard code={code} email={email} registration={data} onCreated={onCreated} onCancelled={onCancelled} />
      ) : error ? (
        <>
          <h1>Créer mon compte</h1>
          <NotShown title="Créer mon compte" error={error} again={() => void refetch()} />
        </>
      ) : (
        <Skeleton />
      )}
    </>
  );
}

/** Without a code: for who has the message no more, or never had it. */
function LostInvitation({ email, mairie }: { readonly email: string; readonly mairie: number | undefined }) {
  useTitle('Recevoir une invitation');
  return (
    <>
      <h1>Recevoir une invitation</h1>
      <p>
        Donnez l’adresse électronique que la mairie connaît : si elle attend encore la création de votre compte, vous y
        recevrez un lien personnel.
      </p>
      <RenewInvitation email={email} />
      <p>
        <Link to="/connexion" search={mairieIn({ mairie })}>
          Revenir à la connexion
        </Link>
      </p>
    </>
  );
}

function Cancelled({ mairie }: { readonly mairie: number | undefined }) {
  useTitle('Création de compte annulée');
  return (
    <>
      <h1>Création de compte annulée</h1>
      <Notice tone="good" title="Ce que vous aviez saisi est oublié">
        <p>Le lien reçu par message électronique reste valable : ouvrez-le de nouveau quand vous voudrez.</p>
      </Notice>
      <p>
        <Link to="/connexion" search={mairieIn({ mairie })}>
          Aller à la page de connexion
        </Link>
      </p>
    </>
  );
}
