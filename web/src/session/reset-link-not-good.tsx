import { Link } from '@tanstack/react-router';
import type { Refused } from '../api/problem';
import { Notice } from '../design/notice';
import { AskResetLink } from './ask-reset-link';
import { TITLES } from './reset-link';
import { mairieIn } from './whose';

const CUT =
  'Ouvrez-le depuis le message reçu, en entier : certains logiciels coupent les longs liens. Ou demandez-en un nouveau.';

/** What the service says of a link of which it knows the account. */
const OF_AN_ACCOUNT: ReadonlySet<string> = new Set(['RESET_LINK_USED', 'RESET_LINK_EXPIRED']);

interface ResetLinkNotGoodProps {
  readonly error: Refused;
  readonly code: string;
  readonly mairie: number | undefined;
}

/** A link that opens nothing (expired, used, cut by a mail program): why, and another in one press. */
export function ResetLinkNotGood({ error, code, mairie }: ResetLinkNotGoodProps) {
  return (
    <>
      <Notice tone="warn" title={TITLES[error.code]!}>
        <p>{error.code === 'INVALID_REQUEST' ? CUT : error.detail}</p>
      </Notice>
      <AskResetLink
        code={OF_AN_ACCOUNT.has(error.code) ? code : null}
        mairie={mairie}
        label="Recevoir un nouveau lien"
        title="Choisir un mot de passe"
        failed
      />
      <p>
        <Link to="/connexion" search={mairieIn({ mairie })}>
          {error.code === 'RESET_LINK_USED' ? 'Se connecter' : 'Revenir à la connexion'}
        </Link>
      </p>
    </>
  );
}
