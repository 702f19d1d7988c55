import { Link } from '@tanstack/react-router';
import type { Refused } from '../api/problem';
import { Notice } from '../design/notice';
import { useTitle } from '../design/use-title';
import { mairieIn } from '../session/whose';
import { RenewInvitation } from './renew-invitation';

interface LinkNotGoodProps {
  readonly error: Refused;
  /** The address in the link, as far as there is one. */
  readonly email: string;
  /** The collectivité that the link names. */
  readonly mairie: number | undefined;
}

/** A link that opens nothing (expired, used, cut by a mail program): why, and what to do, in one click. */
export function LinkNotGood({ error, email, mairie }: LinkNotGoodProps) {
  useTitle('Lien d’invitation', true);
  const used = error.code === 'INVITATION_USED';
  return (
    <>
      <h1>Créer mon compte</h1>
      <Notice tone={used ? 'good' : 'warn'} title={TITLES[error.code]!}>
        <p>{error.code === 'INVALID_REQUEST' ? CUT : error.detail}</p>
      </Notice>
      {used ? (
        <p>
          <Link to="/connexion" search={mairieIn({ mairie })}>
            Se connecter
          </Link>
        </p>
      ) : (
        <RenewInvitation email={email} />
      )}
      {used ? (
        <p>
          <Link to="/mot-de-passe-oublie" search={mairieIn({ mairie })}>
            J’ai oublié mon mot de passe
          </Link>
        </p>
      ) : null}
    </>
  );
}

const CUT =
  'Ouvrez-le depuis le message reçu, en entier : certains logiciels coupent les longs liens. Ou recevez-en un nouveau.';

const TITLES: Readonly<Record<string, string>> = {
  INVALID_REQUEST: 'Ce lien n’est pas complet',
  INVITATION_EXPIRED: 'Ce lien n’est plus valable',
  INVITATION_USED: 'Ce lien a déjà servi',
  INVITATION_UNKNOWN: 'Ce lien n’est pas reconnu',
};

/** Whether it is the link that is refused; else another try may open it. */
export function isOfLink({ code }: Refused): boolean {
  return code in TITLES;
}
