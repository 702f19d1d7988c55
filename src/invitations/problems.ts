import { declareProblems } from '../kernel/problem.js';

export const invitationsProblems = declareProblems({
  GUARDIAN_WITHOUT_EMAIL: {
    status: 422,
    title: 'Responsable sans adresse électronique',
    when: 'An invitation goes by mail: enter the e-mail of the guardian first.',
    inFrench: 'Une invitation part par courriel : saisissez d’abord l’adresse électronique du responsable.',
  },
  GUARDIAN_HAS_ACCOUNT: {
    status: 409,
    title: 'Compte déjà activé',
    when: 'The guardian has an account already; « J’ai oublié mon mot de passe » is what helps.',
    inFrench: 'Le responsable a déjà un compte ; « J’ai oublié mon mot de passe » est ce qui l’aidera.',
  },
  INVITATION_UNKNOWN: {
    status: 422,
    title: 'Code d’activation inconnu',
    when: 'No invitation has this code with this e-mail.',
    inFrench: 'Aucune invitation ne porte ce code avec cette adresse électronique.',
  },
  INVITATION_EXPIRED: {
    status: 422,
    title: 'Invitation expirée',
    when: 'The invitation is older than 14 days or a newer one took its place; POST /invitations/renewals sends another.',
    inFrench:
      'L’invitation a plus de 14 jours ou une plus récente l’a remplacée ; POST /invitations/renewals en envoie une autre.',
  },
  INVITATION_USED: {
    status: 422,
    title: 'Invitation déjà utilisée',
    when: 'The account was created with this invitation: sign in.',
    inFrench: 'Le compte a été créé avec cette invitation : connectez-vous.',
  },
  REGISTRATION_NOT_FOUND: {
    status: 404,
    title: 'Création de compte introuvable',
    when: 'The Registration-Token is absent, unknown, over, or was replaced by opening the link again.',
    inFrench: 'Le `Registration-Token` est absent, inconnu, expiré, ou remplacé par une nouvelle ouverture du lien.',
  },
  REGISTRATION_INCOMPLETE: {
    status: 422,
    title: 'Création de compte incomplète',
    when: 'A step was not saved; `errors` names each one.',
    inFrench: 'Une étape n’a pas été enregistrée ; `errors` nomme chacune.',
  },
  STEP_NOT_VALID: {
    status: 422,
    title: 'Étape à corriger',
    when: 'What was typed in a step cannot be kept; `errors` says what for each field.',
    inFrench: 'Ce qui a été saisi à une étape ne peut pas être retenu ; `errors` dit quoi pour chaque champ.',
  },
  EMAIL_OF_OTHER_GUARDIAN: {
    status: 409,
    title: 'Adresse de l’autre responsable',
    when: 'The account of this e-mail is already that of the other guardian of the family: one account per adult.',
    inFrench:
      'Le compte de cette adresse électronique est déjà celui de l’autre responsable de la famille : un compte par adulte.',
  },
  CHALLENGE_REFUSED: {
    status: 422,
    title: 'Vérification de sécurité refusée',
    when: 'The ALTCHA answer is wrong, expired or was used before; solve a new challenge.',
    inFrench: 'La réponse ALTCHA est fausse, expirée ou a déjà servi ; résolvez un nouveau défi.',
  },
});
