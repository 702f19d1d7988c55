import { declareProblems } from '../kernel/problem.js';

export const identityProblems = declareProblems({
  NOT_SIGNED_IN: {
    status: 401,
    title: 'Connexion nécessaire',
    when: 'No valid access token. Sign in, or renew the session with the refresh token.',
    inFrench: 'Aucun jeton d’accès valable. Connectez-vous, ou renouvelez la session avec le jeton de renouvellement.',
  },
  FORBIDDEN: {
    status: 403,
    title: 'Accès refusé',
    when: 'The caller belongs to the collectivité but its role does not allow this operation.',
    inFrench: 'La personne appartient à la collectivité, mais son rôle ne permet pas cette opération.',
  },
  SIGN_IN_REFUSED: {
    status: 401,
    title: 'Connexion refusée',
    when: 'Unknown e-mail or wrong password; which of the two is never said.',
    inFrench: 'Adresse électronique inconnue ou mot de passe erroné ; lequel des deux n’est jamais dit.',
  },
  SESSION_EXPIRED: {
    status: 401,
    title: 'Session expirée',
    when: 'The refresh token is unknown, expired, or was used twice: sign in again.',
    inFrench: 'Le jeton de renouvellement est inconnu, expiré ou a servi deux fois : reconnectez-vous.',
  },
  WRONG_PASSWORD: {
    status: 422,
    title: 'Mot de passe actuel incorrect',
    when: 'The password given as proof is not that of the account.',
    inFrench: 'Le mot de passe donné comme preuve n’est pas celui du compte.',
  },
  WEAK_PASSWORD: {
    status: 422,
    title: 'Mot de passe trop faible',
    when: 'The password does not reach the strength asked for; `errors` says what is missing.',
    inFrench: 'Le mot de passe n’a pas la force demandée ; `errors` dit ce qui manque.',
  },
  RESET_LINK_UNKNOWN: {
    status: 422,
    title: 'Lien non reconnu',
    when: 'No reset link has this code, or it is older than 30 days: ask for another with the e-mail of the account.',
    inFrench:
      'Aucun lien de réinitialisation ne porte ce code, ou il a plus de 30 jours : demandez-en un autre avec l’adresse électronique du compte.',
  },
  RESET_LINK_EXPIRED: {
    status: 422,
    title: 'Lien expiré',
    when: 'The reset link is too old; POST /auth/password-resets/renewals sends another.',
    inFrench: 'Le lien de réinitialisation est trop ancien ; POST /auth/password-resets/renewals en envoie un autre.',
  },
  RESET_LINK_USED: {
    status: 422,
    title: 'Lien déjà utilisé',
    when: 'The reset link served, or a newer one did; sign in, or POST /auth/password-resets/renewals sends another.',
    inFrench:
      'Le lien de réinitialisation a servi, ou un plus récent ; connectez-vous, ou POST /auth/password-resets/renewals en envoie un autre.',
  },
  EMAIL_TAKEN: {
    status: 409,
    title: 'Adresse déjà utilisée',
    when: 'An account with this e-mail exists; sign in with it instead of making another.',
    inFrench: 'Un compte existe à cette adresse électronique ; connectez-vous avec lui plutôt que d’en créer un autre.',
  },
  LAST_ADMINISTRATOR: {
    status: 409,
    title: 'Dernier administrateur',
    when: 'The collectivité would be left without an administrateur; name another one first.',
    inFrench: 'La collectivité resterait sans administrateur ; nommez-en d’abord un autre.',
  },
});
