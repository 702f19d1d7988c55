import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { queryClient } from '../api/query-client';
import { useTitle } from '../design/use-title';
import { SignInForm } from './sign-in-form';
import styles from './sign-in.module.css';

export function SignInPage() {
  const navigate = useNavigate();
  const { retour } = useSearch({ from: '/connexion' });
  useTitle('Se connecter');
  function signedIn() {
    // Another account may have been used here.
    queryClient.clear();
    void navigate({ to: ownPath(retour), replace: true });
  }
  return (
    <main className={styles.page} id="contenu">
      <h1>Mon espace famille</h1>
      <SignInForm onSignedIn={signedIn} />
      <p>
        <Link to="/mot-de-passe-oublie">J’ai oublié mon mot de passe</Link>
      </p>
      <p>
        Pas encore de compte ? La mairie vous invite par un message électronique : ouvrez le lien qu’il contient, ou{' '}
        <Link to="/activation">recevez une nouvelle invitation</Link>.
      </p>
      <p className="soft">
        <Link to="/accessibilite">Accessibilité : non conforme</Link> ·{' '}
        <Link to="/mentions-legales">Mentions légales</Link>
      </p>
    </main>
  );
}

/** Where one wanted to go; never out of this site, nor back to this page. */
function ownPath(path: string | undefined): string {
  return path && /^\/(?![/\\]|connexion\b)/.test(path) ? path : '/';
}
