import { plainDate, typeset } from '../../kernel/french.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { letterSignature } from '../../collectivites/index.js';
import type { MailContent } from '../../platform/mail/index.js';
import { ofWithArticle } from '../../kernel/names-in-french.js';

export interface MandateMailFacts {
  readonly greeting: string;
  readonly rum: string;
  readonly maskedIban: string;
  readonly signedOn: Temporal.PlainDate;
  readonly creditorName: string;
  readonly ics: string;
  readonly noticeDays: number;
  /** The Trésor debits titres on a day of its own. */
  readonly byTresor: boolean;
  readonly collectivite: { readonly name: string; readonly phone: string; readonly email: string };
  readonly link: string;
}

const FOOTER =
  'Vous recevez ce message parce qu’un mandat de prélèvement à votre nom a changé. Message automatique : personne ne lit les réponses à cette adresse.';

/** With the mandate attached. */
export function signedMail(facts: MandateMailFacts): MailContent {
  return {
    subject: 'Votre mandat de prélèvement est enregistré',
    greeting: facts.greeting,
    paragraphs: [
      {
        kind: 'paragraph',
        text: typeset(
          `Vos prochaines factures ${ofWithArticle(facts.collectivite.name)} seront prélevées sur votre compte : vous n’aurez rien à faire. Le mandat est joint à ce message ; conservez-le.`,
        ),
      },
      {
        kind: 'rows',
        rows: [
          ['Référence du mandat (RUM)', facts.rum],
          ['Compte', facts.maskedIban],
          ['Signé le', plainDate(facts.signedOn)],
          ['Créancier', facts.creditorName],
          ['Identifiant créancier (ICS)', facts.ics],
        ],
      },
      {
        kind: 'paragraph',
        text: typeset(
          facts.byTresor
            ? 'La date et le montant de chaque prélèvement figurent sur l’avis que vous recevez avant. Les factures déjà reçues se règlent comme elles l’indiquent.'
            : `Chaque facture annonce la date et le montant de son prélèvement, au moins ${facts.noticeDays} jours avant. Les factures déjà reçues se règlent comme elles l’indiquent, sauf si un autre message vous annonce leur prélèvement.`,
        ),
      },
      {
        kind: 'notice',
        title: 'Ce n’est pas vous ?',
        text: typeset(
          `Révoquez ce mandat depuis votre espace famille, ou appelez-nous au ${facts.collectivite.phone} : il prend fin aussitôt.`,
        ),
      },
    ],
    action: { label: 'Voir mon mandat', url: facts.link },
    signature: letterSignature(facts.collectivite),
    footer: typeset(FOOTER),
  };
}

export function revokedMail(facts: MandateMailFacts): MailContent {
  return {
    subject: 'Votre mandat de prélèvement est révoqué',
    greeting: facts.greeting,
    paragraphs: [
      {
        kind: 'paragraph',
        text: typeset(
          `Le mandat ${facts.rum} (compte ${facts.maskedIban}) a pris fin : plus aucune facture ne sera préparée pour un prélèvement sur ce compte. Vos factures se règlent désormais par les autres moyens qu’elles indiquent.`,
        ),
      },
      {
        kind: 'paragraph',
        text: typeset(
          `Si un prélèvement vous avait déjà été annoncé, il a pu être transmis à la banque : appelez-nous au ${facts.collectivite.phone}, ou demandez à votre banque de s’y opposer.`,
        ),
      },
    ],
    action: { label: 'Voir mes factures', url: facts.link },
    signature: letterSignature(facts.collectivite),
    footer: typeset(FOOTER),
  };
}
