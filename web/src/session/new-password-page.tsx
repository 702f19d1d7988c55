import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Skeleton } from '../design/skeleton';
import { ChoosePassword } from './choose-password';
import { Commune } from './commune';
import { NotShown } from './not-shown';
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
  return error ? <NotShown title="Choisir un mot de passe" error={error} again={() => void refetch()} /> : <Skeleton />;
}
