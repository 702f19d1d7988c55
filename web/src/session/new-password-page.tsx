import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { said } from '../api/problem';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { Skeleton } from '../design/skeleton';
import { useTitle } from '../design/use-title';
import { ChoosePassword } from './choose-password';
import { Commune } from './commune';
import { faultOfLink, resetLink } from './reset-link';
import { ResetLinkNotGood } from './reset-link-not-good';
import styles from './sign-in.module.css';

/** Where the mailed link leads. The code is read of the address, never shown, and judged before anything is typed. */
export function NewPasswordPage() {
  const { code = '', mairie } = useSearch({ from: '/mot-de-passe' });
  return (
    <main className={styles.page} id="contenu">
      <Commune collectiviteId={mairie} />
      <h1>Choisir un mot de passe</h1>
      <Judged key={code} code={code} mairie={mairie} />
    </main>
  );
}

function Judged({ code, mairie }: { readonly code: string; readonly mairie: number | undefined }) {
  const { data, error, refetch } = useQuery(resetLink(code));
  const fault = faultOfLink(error);
  if (fault) return <ResetLinkNotGood error={fault} code={code} mairie={mairie} />;
  if (data) return <ChoosePassword code={code} mairie={mairie} />;
  return error ? <NotJudged error={error} again={() => void refetch()} /> : <Skeleton />;
}

function NotJudged({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  useTitle('Choisir un mot de passe', true);
  return (
    <Notice tone="bad" title="Cette page n’a pas pu s’afficher">
      <p>{said(error)}</p>
      <p>
        <Button kind="quiet" onPress={again}>
          Réessayer
        </Button>
      </p>
    </Notice>
  );
}
