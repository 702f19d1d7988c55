import { declareProblems } from '../kernel/problem.js';

export const identityProblems = declareProblems({
  NOT_SIGNED_IN: {
    status: 401,
    title: 'Connexion nécessaire',
    when: 'No valid access token. Sign in, or renew the session with the refresh token.',
  },
  FORBIDDEN: {
    status: 403,
    title: 'Accès refusé',
    when: 'The caller belongs to the collectivité but its role does not allow this operation.',
  },
  SIGN_IN_REFUSED: {
    status: 401,
    title: 'Connexion refusée',
    when: 'Unknown e-mail or wrong password; which of the two is never said.',
  },
  SESSION_EXPIRED: {
    status: 401,
    title: 'Session expirée',
    when: 'The refresh token is unknown, expired, or was used twice: sign in again.',
  },
  WRONG_PASSWORD: {
    status: 422,
    title: 'Mot de passe actuel incorrect',
    when: 'The password given as proof is not that of the account.',
  },
  WEAK_PASSWORD: {
    status: 422,
    title: 'Mot de passe trop faible',
    when: 'The password does not reach the strength asked for; `errors` says what is missing.',
  },
  RESET_LINK_INVALID: {
    status: 422,
    title: 'Lien de réinitialisation non valable',
    when: 'The reset link is unknown, expired or already used; ask for a new one.',
  },
  EMAIL_TAKEN: {
    status: 409,
    title: 'Adresse déjà utilisée',
    when: 'An account with this e-mail exists; sign in with it instead of making another.',
  },
  LAST_ADMINISTRATOR: {
    status: 409,
    title: 'Dernier administrateur',
    when: 'The collectivité would be left without an administrateur; name another one first.',
  },
});
