import { type CollectiviteRow, letterSignature } from '../../collectivites/index.js';
import { euros, plainDate, typeset } from '../../kernel/french.js';
import { ofWithArticle } from '../../kernel/names-in-french.js';
import type { MailBlock, MailContent } from '../../platform/mail/index.js';
import type { ReminderSettings } from '../data/reminder-settings.entity.js';
import type { FamilyReminder } from '../rules/steps.js';
import { rulesOf } from './reminder-settings.js';
import { daysBeforeTransfer, help, NO_CHILD_IS_TURNED_AWAY, whatFollows } from './reminder-words.js';

interface Reader {
  readonly name: string;
  /** Where the family sees its invoices, absolute. */
  readonly url: string;
}

/** The first mail supposes that it was forgotten; the second asks for a payment or a call. */
export function reminderMail(
  { step, items, totalCents }: FamilyReminder,
  { name, url }: Reader,
  collectivite: CollectiviteRow,
  settings: ReminderSettings,
): MailContent {
  const one = items.length === 1;
  const first = step === 'FIRST_MAIL';
  const days = daysBeforeTransfer(rulesOf(settings), step);
  const bills = one ? 'une facture' : 'des factures';
  return {
    subject: typeset(
      first ? `Un oubli ? ${euros(totalCents)} restent à payer` : `${euros(totalCents)} restent à payer : parlons-en`,
    ),
    greeting: `Bonjour ${name},`,
    paragraphs: [
      text(
        first
          ? `Sauf erreur de notre part, nous n’avons pas encore reçu ${euros(totalCents)} pour ${bills} dont la date limite est passée. C’est peut-être un oubli.`
          : `Malgré notre premier message, il reste ${euros(totalCents)} à payer pour ${bills} ${ofWithArticle(collectivite.name)}. Payez dès que vous le pouvez, ou appelez-nous : nous trouverons une solution avec vous.`,
      ),
      {
        kind: 'rows',
        caption: one ? 'La facture' : 'Les factures',
        headers: ['Facture', 'À payer depuis le', 'Reste à payer'],
        rows: items.map(({ invoice }) => [invoice.number, plainDate(invoice.dueOn), euros(invoice.openCents)]),
      },
      text(
        [
          'Pour payer, ouvrez vos factures dans votre espace famille.',
          ...(collectivite.paymentInstructions ? [collectivite.paymentInstructions] : []),
        ].join(' '),
      ),
      text(help(collectivite, settings)),
      ...(first || days === null ? [] : [text(whatFollows(days))]),
      text(NO_CHILD_IS_TURNED_AWAY),
      text('Si vous avez payé ces jours-ci, ne tenez pas compte de ce message, et merci.'),
    ],
    action: { label: one ? 'Voir ma facture' : 'Voir mes factures', url },
    signature: letterSignature(collectivite),
    footer: typeset(
      `Vous recevez ce message parce que votre foyer utilise les services périscolaires ${ofWithArticle(collectivite.name)}. Merci de ne pas y répondre : personne ne lit cette adresse.`,
    ),
  };
}

function text(sentence: string): MailBlock {
  return { kind: 'paragraph', text: typeset(sentence) };
}
