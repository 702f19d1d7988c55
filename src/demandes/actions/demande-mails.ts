import type { Temporal } from '../../kernel/civil-time.js';
import { longInstant, typeset } from '../../kernel/french.js';
import { withArticle, withArticleFirst } from '../../kernel/names-in-french.js';
import type { MailContent, MailSignature } from '../../platform/mail/index.js';
import { categoryName, type DemandeCategory } from '../rules/demande-state.js';

export interface DemandeMailFacts {
  readonly reference: string;
  readonly category: DemandeCategory;
  readonly receivedAt: Temporal.Instant;
  readonly recipient: string;
  readonly collectivite: {
    readonly name: string;
    readonly addressLines: readonly string[];
    readonly phone: string;
    readonly email: string;
    readonly timeZone: string;
  };
  /** Page of the demande. */
  readonly link: string;
}

const FOOTER = 'Ce message est envoyé automatiquement : n’y répondez pas, écrivez plutôt depuis votre espace famille.';

/**
 * The acknowledgement of receipt of a demande. It says what Code des relations entre le public et l'administration,
 * article R. 112-11-1, asks for: the date of receipt, the service in charge, its address, e-mail and phone.
 */
export function acknowledgementMail(facts: DemandeMailFacts): MailContent {
  const { reference, collectivite } = facts;
  return {
    subject: `Accusé de réception de votre demande ${reference}`,
    greeting: `Bonjour ${facts.recipient},`,
    paragraphs: [
      {
        kind: 'paragraph',
        text: typeset(`Votre demande est bien arrivée : ${withArticle(collectivite.name)} s’en occupe.`),
      },
      {
        kind: 'rows',
        rows: [
          ['Référence', reference],
          ['Reçue le', longInstant(facts.receivedAt, collectivite.timeZone)],
          ['Sujet', categoryName(facts.category)],
          ['Service chargé de la demande', collectivite.name],
          ['Adresse', collectivite.addressLines.join(', ')],
          ['Adresse électronique', collectivite.email],
          ['Téléphone', collectivite.phone],
        ],
      },
      { kind: 'paragraph', text: 'Gardez cette référence : elle permet de retrouver votre demande.' },
    ],
    action: { label: 'Suivre ma demande', url: facts.link },
    signature: signatureOf(facts),
    footer: typeset(FOOTER),
  };
}

/** Tells that the mairie wrote; what it wrote is read after signing in. */
export function answerMail(facts: DemandeMailFacts): MailContent {
  const { reference, collectivite } = facts;
  return {
    subject: `Une réponse à votre demande ${reference}`,
    greeting: `Bonjour ${facts.recipient},`,
    paragraphs: [
      {
        kind: 'paragraph',
        text: typeset(
          `${withArticleFirst(collectivite.name)} a répondu à votre demande ${reference}. Connectez-vous à votre espace famille pour lire sa réponse.`,
        ),
      },
    ],
    action: { label: 'Lire la réponse', url: facts.link },
    signature: signatureOf(facts),
    footer: typeset(FOOTER),
  };
}

function signatureOf({ collectivite: { name, phone, email } }: DemandeMailFacts): MailSignature {
  return { name, phone, email };
}
