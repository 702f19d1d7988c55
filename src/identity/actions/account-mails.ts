import { typeset } from '../../kernel/french.js';
import type { MailAddress, MailContent } from '../../platform/mail/index.js';
import type { Role } from '../rules/role.js';

/** An account may belong to several collectivités: the mails about the account itself are signed by none of them. */
const SENDER = 'Espace Famille';
const FOOTER = 'Message automatique : personne ne lit les réponses à cette adresse.';

export interface AccountMail {
  readonly collectiviteId: null;
  readonly to: MailAddress;
  readonly fromName: string;
  readonly content: MailContent;
}

export interface MailedAccount {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

const ROLE_NAMES: Record<Role, string> = {
  parent: 'parent',
  animateur: 'animateur ou animatrice',
  agent: 'agent',
  regisseur: 'régisseur ou régisseuse',
  administrateur: 'administrateur ou administratrice',
};

/** The link is valid one hour. */
export function passwordResetMail(account: MailedAccount, link: string): AccountMail {
  return mail(account, {
    subject: 'Choisir un nouveau mot de passe',
    lines: [
      'Vous avez demandé à choisir un nouveau mot de passe pour votre espace famille.',
      'Ce lien est valable une heure et ne sert qu’une fois.',
      'Vous n’avez rien demandé ? Ne faites rien : votre mot de passe reste le même.',
    ],
    action: { label: 'Choisir mon mot de passe', url: link },
  });
}

export function passwordChangedMail(account: MailedAccount): AccountMail {
  return mail(account, {
    subject: 'Votre mot de passe a été changé',
    lines: [
      'Le mot de passe de votre espace famille vient d’être changé. Vos autres appareils ont été déconnectés.',
      'Ce n’est pas vous ? Choisissez « J’ai oublié mon mot de passe » sur la page de connexion, puis prévenez votre mairie.',
    ],
  });
}

/** `link` sets the first password and is valid seven days; null when the account has a password already. */
export function memberInvitationMail(
  account: MailedAccount,
  role: Role,
  invitedBy: MailedAccount | null,
  link: string | null,
): AccountMail {
  const opening = invitedBy
    ? `${invitedBy.firstName} ${invitedBy.lastName} (${invitedBy.email}) vous donne accès à l’espace famille de votre collectivité`
    : 'L’espace famille de votre collectivité vous est ouvert';
  const next = link
    ? [
        `Pour commencer, choisissez votre mot de passe. Le lien est valable sept jours et ne sert qu’une fois. Votre identifiant est votre adresse électronique : ${account.email}.`,
      ]
    : ['Connectez-vous comme d’habitude, avec votre mot de passe actuel.'];
  return mail(account, {
    subject: 'Votre accès à l’espace famille',
    lines: [`${opening}, comme ${ROLE_NAMES[role]}.`, ...next],
    ...(link ? { action: { label: 'Choisir mon mot de passe', url: link } } : {}),
  });
}

function mail(
  account: MailedAccount,
  content: { subject: string; lines: readonly string[]; action?: { label: string; url: string } },
): AccountMail {
  const name = `${account.firstName} ${account.lastName}`.trim();
  return {
    collectiviteId: null,
    to: { name, address: account.email },
    fromName: SENDER,
    content: {
      subject: content.subject,
      greeting: `Bonjour ${name},`,
      paragraphs: content.lines.map((line) => ({ kind: 'paragraph' as const, text: typeset(line) })),
      ...(content.action ? { action: content.action } : {}),
      signature: { name: SENDER },
      footer: typeset(FOOTER),
    },
  };
}
