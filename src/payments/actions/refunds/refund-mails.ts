import { type CollectiviteRow, letterSignature } from '../../../collectivites/index.js';
import { Temporal } from '../../../kernel/civil-time.js';
import { euros, plainDate, typeset } from '../../../kernel/french.js';
import type { MailBlock, MailContent } from '../../../platform/mail/index.js';
import type { RefundedLine } from '../../rules/refund.js';

export interface RefundMailFacts {
  readonly greeting: string;
  readonly line: RefundedLine;
  /** ISO 8601: the day of the list. */
  readonly on: string;
  readonly collectivite: CollectiviteRow;
  readonly link: string;
}

export function refundedMail({ line: { cents, maskedIban }, on, ...facts }: RefundMailFacts): MailContent {
  return {
    ...frame(facts),
    subject: `${euros(cents)} vous sont remboursés`,
    paragraphs: [
      paragraph(
        `Votre avoir de ${euros(cents)} vous est remboursé par un virement ordonné le ${dayOf(on)} sur le compte ${maskedIban}. Comptez quelques jours ouvrés pour le voir arriver ; vous n’avez rien à faire.`,
      ),
      paragraph(
        `Ce compte n’est pas le vôtre, ou le virement n’est pas arrivé dans les deux semaines ? Appelez-nous au ${facts.collectivite.phone}.`,
      ),
    ],
  };
}

/** `note`: why, as the régisseur typed it. */
export function refundCancelledMail({ line, note, on, ...facts }: RefundMailFacts & { note: string }): MailContent {
  const { cents, maskedIban } = line;
  return {
    ...frame(facts),
    subject: `Votre remboursement de ${euros(cents)} n’a pas abouti`,
    paragraphs: [
      paragraph(
        `Le remboursement de ${euros(cents)} du ${dayOf(on)} sur le compte ${maskedIban} n’a pas abouti. Motif : ${note}. Cette somme n’est pas perdue : elle est de nouveau votre avoir.`,
      ),
      paragraph(
        'Elle paiera vos prochaines factures. Si vous préférez un virement, refaites votre demande depuis votre espace famille en vérifiant le compte indiqué.',
      ),
    ],
  };
}

function frame({ greeting, collectivite, link }: Pick<RefundMailFacts, 'greeting' | 'collectivite' | 'link'>) {
  return {
    greeting,
    action: { label: 'Voir mon avoir', url: link },
    signature: letterSignature(collectivite),
    footer: typeset(
      'Vous recevez ce message parce qu’un avoir de votre famille est remboursé. Message automatique : personne ne lit les réponses à cette adresse.',
    ),
  };
}

function dayOf(on: string): string {
  return plainDate(Temporal.PlainDate.from(on));
}

function paragraph(text: string): MailBlock {
  return { kind: 'paragraph', text: typeset(text) };
}
