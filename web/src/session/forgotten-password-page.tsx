import { Link, useSearch } from '@tanstack/react-router';
import { AskResetLink } from './ask-reset-link';
import { Commune } from './commune';
import styles from './sign-in.module.css';
import { mairieIn } from './whose';

export function ForgottenPasswordPage() {
  const { mairie } = useSearch({ from: '/mot-de-passe-oublie' });
  return (
    <main className={styles.page} id="contenu">
      <Commune collectiviteId={mairie} />
      <h1>Mot de passe oublié</h1>
      <AskResetLink code={null} mairie={mairie} label="Recevoir le lien" title="Mot de passe oublié" />
      <p>
        <Link to="/connexion" search={mairieIn({ mairie })}>
          Revenir à la connexion
        </Link>
      </p>
    </main>
  );
}
