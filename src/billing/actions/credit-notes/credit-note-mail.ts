import { euros, typeset } from '../../../kernel/french.js';
import { ofWithArticle } from '../../../kernel/names-in-french.js';
import type { MailContent, MailSignature } from '../../../platform/mail/index.js';
import type { CreditNoteSnapshot } from '../../rules/credit-note-snapshot.js';

/** « Un avoir a été établi »: how much, why, and what becomes of it. `url` is absolute. */
export function creditNoteMail(
  note: CreditNoteSnapshot,
  name: string,
  url: string,
  signature: MailSignature,
): MailContent {
  const { number, invoice, reason, totalCents } = note;
  return {
    subject: typeset(`Votre avoir ${number} : ${euros(totalCents)}`),
    greeting: `Bonjour ${name},`,
    paragraphs: [
      {
        kind: 'paragraph',
        text: typeset(`Un avoir a été établi sur votre facture ${invoice.number}. Motif : ${lowerFirst(reason)}.`),
      },
      {
        kind: 'rows',
        caption: `Avoir ${number}`,
        rows: [
          ...note.children.map((child): [string, string] => [
            child.name,
            euros(child.lines.reduce((sum, { cents }) => sum + cents, 0)),
          ]),
          ['Total de l’avoir', euros(totalCents)],
        ],
      },
      ...whatBecomesOfIt(note).map((text) => ({ kind: 'paragraph' as const, text: typeset(text) })),
    ],
    action: { label: 'Voir ma facture', url },
    signature,
    footer: `Vous recevez ce message parce que votre foyer utilise les services périscolaires ${ofWithArticle(signature.name)}. Merci de ne pas y répondre${'\u00a0'}: personne ne lit cette adresse.`,
  };
}

/** In sentences that the letter says too. */
export function whatBecomesOfIt({ loweredCents, heldCents, stillDueCents, invoice }: CreditNoteSnapshot): string[] {
  return [
    ...(loweredCents > 0
      ? [
          stillDueCents > 0
            ? `Votre facture ${invoice.number} est diminuée de ${euros(loweredCents)} : il reste ${euros(stillDueCents)} à payer.`
            : `Votre facture ${invoice.number} est diminuée de ${euros(loweredCents)} : il ne reste rien à payer.`,
        ]
      : []),
    ...(heldCents > 0
      ? [
          `Vous aviez déjà payé ${euros(heldCents)} de ce qui est repris : cette somme reste à votre crédit. Elle paiera votre prochaine facture d’elle-même, ou la régie vous la rembourse si vous le demandez.`,
        ]
      : []),
  ];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
