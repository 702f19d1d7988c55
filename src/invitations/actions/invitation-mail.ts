import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { longDate, typeset } from '../../kernel/french.js';
import { ofWithArticle, withArticle, withArticleFirst } from '../../kernel/names-in-french.js';
import { type CollectiviteRow, letterSignature } from '../../collectivites/index.js';
import type { GuardianRow } from '../../families/index.js';
import type { MailToSend } from '../../platform/mail/mail-queue.js';

const CIVILITIES: Record<string, string> = { MADAME: 'Madame', MONSIEUR: 'Monsieur' };

/** « Madame Claire MOREAU », or without the civility that is not known. */
export function adultName({
  civility,
  firstName,
  lastName,
}: Pick<GuardianRow, 'civility' | 'firstName' | 'lastName'>): string {
  return [civility && CIVILITIES[civility], firstName, lastName].filter(Boolean).join(' ');
}

export interface InvitationLetter {
  readonly invitationId: number;
  readonly collectivite: CollectiviteRow;
  readonly guardian: GuardianRow & { readonly email: string };
  readonly link: string;
  readonly expiresAt: Temporal.Instant;
}

/** The mail by which a mairie invites a guardian: who writes, what for, the link, and whom to ask. */
export function invitationMail({
  invitationId,
  collectivite,
  guardian,
  link,
  expiresAt,
}: InvitationLetter): MailToSend {
  const lastDay = longDate(dateIn(collectivite.timeZone, expiresAt));
  const lines = [
    `${withArticleFirst(collectivite.name)} vous invite à ouvrir votre espace famille : réservations de la cantine, des garderies et du centre de loisirs, factures, demandes.`,
    `La création du compte prend quelques minutes. Votre identifiant sera votre adresse électronique, ${guardian.email} : gardez-la.`,
    `Le lien est personnel, ne sert qu’une fois et reste valable jusqu’au ${lastDay}. Passé ce délai, la page vous proposera d’en recevoir un nouveau.`,
    `Une question ? ${withArticleFirst(collectivite.name)} vous répond au ${collectivite.phone} ou à l’adresse ${collectivite.email}.`,
  ];
  return {
    collectiviteId: collectivite.id,
    to: { name: `${guardian.firstName} ${guardian.lastName}`, address: guardian.email },
    fromName: collectivite.name,
    reference: `invitation:${invitationId}`,
    key: `invitation:${invitationId}`,
    content: {
      subject: `${withArticleFirst(collectivite.name)} vous invite à ouvrir votre espace famille`,
      greeting: `Bonjour ${adultName(guardian)},`,
      paragraphs: lines.map((line) => ({ kind: 'paragraph' as const, text: typeset(line) })),
      action: { label: 'Créer mon compte', url: link },
      signature: letterSignature(collectivite),
      footer: typeset(
        `Message automatique : personne ne lit les réponses à cette adresse. Vous le recevez parce que ${withArticle(collectivite.name)} a enregistré votre adresse pour les services périscolaires.`,
      ),
    },
  };
}

/** The proof, by mail, that the account was created or tied. `proposed`: corrections wait for an agent. */
export function welcomeMail(
  collectivite: CollectiviteRow,
  account: { email: string; firstName: string; lastName: string },
  url: string,
  proposed: boolean,
): MailToSend {
  return {
    collectiviteId: collectivite.id,
    to: { name: `${account.firstName} ${account.lastName}`, address: account.email },
    fromName: collectivite.name,
    content: {
      subject: 'Votre compte espace famille est prêt',
      greeting: `Bonjour ${account.firstName} ${account.lastName},`,
      paragraphs: [
        `Votre compte donne accès à l’espace famille ${ofWithArticle(collectivite.name)}. Votre identifiant : ${account.email}.`,
        ...(proposed ? ['Les corrections que vous avez proposées seront vérifiées par la mairie.'] : []),
        'Vous n’avez pas créé ce compte ? Prévenez la mairie sans attendre.',
      ].map((line) => ({ kind: 'paragraph' as const, text: typeset(line) })),
      action: { label: 'Accéder à mon espace famille', url },
      signature: letterSignature(collectivite),
      footer: typeset('Message automatique : personne ne lit les réponses à cette adresse.'),
    },
  };
}
