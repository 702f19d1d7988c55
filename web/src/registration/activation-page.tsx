import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Refused, said } from '../api/problem';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { Skeleton } from '../design/skeleton';
import { isOfLink, LinkNotGood } from './link-not-good';
import { registration } from './queries';
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
      {end === null ? (
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
  if (!error) return <Skeleton />;
  return (
    <Notice tone="bad" title="Cette page n’a pas pu s’afficher">
      <p>{said(error)}</p>
      <p>
        <Button kind="quiet" onPress={() => void refetch()}>
          Réessayer
        </Button>
      </p>
    </Notice>
  );
}

function Cancelled() {
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
