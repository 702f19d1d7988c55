import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { queryClient } from '../api/query-client';
import { Notice } from '../design/notice';
import { useTitle } from '../design/use-title';
import { Commune } from './commune';
import { usePublisher } from './publishers';
import { SignInForm } from './sign-in-form';
import styles from './sign-in.module.css';
import { useSession } from './use-session';
import { mairieIn } from './whose';

export function SignInPage() {
  const navigate = useNavigate();
  const { retour, mairie, sortie } = useSearch({ from: '/connexion' });
  const publisher = usePublisher(mairie);
  const out = useSession() === 'out';
  useTitle('Se connecter');
  function signedIn() {
    // Another account may have been used here.
    queryClient.clear();
    void navigate({ to: ownPath(retour), replace: true });
  }
  return (
    <main className={styles.page} id="contenu">
      <Commune collectiviteId={mairie} />
      <h1>Mon espace famille</h1>
      {sortie && out ? <SignedOut /> : null}
      <SignInForm onSignedIn={signedIn} />
      <p>
        <Link to="/mot-de-passe-oublie" search={mairieIn({ mairie })}>
          J’ai oublié mon mot de passe
        </Link>
      </p>
      <p>
        Pas encore de compte ? La mairie vous invite par un message électronique : ouvrez le lien qu’il contient, ou{' '}
        <Link to="/activation" search={mairieIn({ mairie })}>
          recevez une nouvelle invitation
        </Link>
        .
      </p>
      <p className="soft">
        <Link to="/accessibilite">Accessibilité : non conforme</Link> ·{' '}
        <Link to="/mentions-legales" search={publisher ? { mairie: publisher.collectiviteId } : {}}>
          Mentions légales
        </Link>
      </p>
    </main>
  );
}

/** It takes the focus: the page that was there is gone. */
function SignedOut() {
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => shown.current?.focus(), []);
  return (
    <div ref={shown} tabIndex={-1}>
      <Notice tone="good" title="Vous êtes déconnecté">
        <p>Rien de votre foyer ne reste affiché ni gardé dans ce navigateur.</p>
      </Notice>
    </div>
  );
}

/** Where one wanted to go; never out of this site, nor back to this page. */
function ownPath(path: string | undefined): string {
  return path && /^\/(?![/\\]|connexion\b)/.test(path) ? path : '/';
}
