import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Refused, said } from '../api/problem';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { Skeleton } from '../design/skeleton';
import { useTitle } from '../design/use-title';
import { isOfLink, LinkNotGood } from './link-not-good';
import { registration } from './queries';
import { RenewInvitation } from './renew-invitation';
import styles from './registration.module.css';
import { Welcome } from './welcome';
import { Wizard } from './wizard';

type End = { readonly welcome: string } | 'cancelled' | null;

/** Where the link of an invitation leads: to the account in three steps, or to another link. */
export function ActivationPage() {
  const { code = '', email = '' } = useSearch({ from: '/activation' });
  const [end, setEnd] = useState<End>(null);
  return (
    <main className={styles.page} id="contenu">
      {code === '' ? (
        <LostInvitation email={email} />
      ) : end === null ? (
        <Opened
          key={code}
          code={code}
          email={email}
          onCreated={(welcome) => setEnd({ welcome })}
          onCancelled={() => setEnd('cancelled')}
        />
      ) : end === 'cancelled' ? (
        <Cancelled />
      ) : (
        <Welcome message={end.welcome} />
      )}
    </main>
  );
}

interface OpenedProps {
  readonly code: string;
  readonly email: string;
  readonly onCreated: (message: string) => void;
  readonly onCancelled: () => void;
}

function Opened({ code, email, onCreated, onCancelled }: OpenedProps) {
  const { data, error, refetch } = useQuery(registration(code, email));
  if (error instanceof Refused && isOfLink(error)) return <LinkNotGood error={error} email={email} />;
  if (data)
    return <Wizard code={code} email={email} registration={data} onCreated={onCreated} onCancelled={onCancelled} />;
  return error ? <NotOpened error={error} again={() => void refetch()} /> : <Skeleton />;
}

function NotOpened({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  useTitle('Créer mon compte', true);
  return (
    <>
      <h1>Créer mon compte</h1>
      <Notice tone="bad" title="Cette page n’a pas pu s’afficher">
        <p>{said(error)}</p>
        <p>
          <Button kind="quiet" onPress={again}>
            Réessayer
          </Button>
        </p>
      </Notice>
    </>
  );
}

/** Without a code: for who has the message no more, or never had it. */
function LostInvitation({ email }: { readonly email: string }) {
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
        <Link to="/connexion">Revenir à la connexion</Link>
      </p>
    </>
  );
}

function Cancelled() {
  useTitle('Création de compte annulée');
  return (
    <>
      <h1>Création de compte annulée</h1>
      <Notice tone="good" title="Ce que vous aviez saisi est oublié">
        <p>Le lien reçu par message électronique reste valable : ouvrez-le de nouveau quand vous voudrez.</p>
      </Notice>
      <p>
        <Link to="/connexion">Aller à la page de connexion</Link>
      </p>
    </>
  );
}
