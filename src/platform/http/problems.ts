import { declareProblems } from '../../kernel/problem.js';

export const httpProblems = declareProblems({
  INVALID_REQUEST: {
    status: 400,
    title: 'Demande mal formée',
    when: 'The body, a parameter or a header does not have the documented shape; `errors` lists each field.',
    inFrench: 'Le corps, un paramètre ou un en-tête n’a pas la forme décrite ; `errors` liste chaque champ.',
  },
  NOT_FOUND: {
    status: 404,
    title: 'Introuvable',
    when: 'There is no such thing, or the caller may not know that there is.',
    inFrench: 'Rien de tel n’existe, ou la personne n’a pas à savoir que cela existe.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'Méthode refusée',
    when: 'The address exists but not with this method.',
    inFrench: 'L’adresse existe, mais pas avec cette méthode.',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    title: 'Envoi trop volumineux',
    when: 'The body or a file is larger than allowed.',
    inFrench: 'Le corps ou un fichier dépasse la taille permise.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'Format refusé',
    when: 'The body is not of a documented content type.',
    inFrench: 'Le corps n’est pas d’un type de contenu décrit.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: 'Trop de tentatives',
    when: 'Too many tries from this address or for this account; wait Retry-After seconds.',
    inFrench: 'Trop d’essais depuis cette adresse ou pour ce compte ; attendez le nombre de secondes de `Retry-After`.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'Clé d’idempotence déjà utilisée',
    when: 'The same Idempotency-Key came with a different request; use a new key.',
    inFrench: 'La même `Idempotency-Key` accompagnait une autre requête ; prenez une nouvelle clé.',
  },
  INTERNAL_ERROR: {
    status: 500,
    title: 'Erreur inattendue',
    when: 'A fault of the service. Nothing was written; the request id helps to find it in the logs.',
    inFrench:
      'Une défaillance du service. Rien n’a été écrit ; l’identifiant de la requête aide à la retrouver dans les journaux.',
  },
  SHUTTING_DOWN: {
    status: 503,
    title: 'Redémarrage en cours',
    when: 'This instance is stopping; try again.',
    inFrench: 'Ce serveur s’arrête ; essayez de nouveau.',
  },
});
