import { Temporal } from '../../../kernel/civil-time.js';
import { euros, longDate, typeset } from '../../../kernel/french.js';
import { ofWithArticle } from '../../../kernel/names-in-french.js';
import type { MailContent, MailSignature } from '../../../platform/mail/index.js';
import { spanInFrench } from '../../rules/days-in-french.js';
import { type InvoiceSnapshot, leftToPay } from '../../rules/invoice-snapshot.js';

/** « Une nouvelle facture est disponible »: the amount, the due date and where to read it. `url` is absolute. */
export function invoiceMail(
  invoice: InvoiceSnapshot,
  name: string,
  url: string,
  signature: MailSignature,
): MailContent {
  const { from, to } = invoice.period;
  const period = spanInFrench(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to));
  const due = whatIsDue(invoice);
  return {
    subject: typeset(`Votre facture ${invoice.number} : ${due.inShort}`),
    greeting: `Bonjour ${name},`,
    paragraphs: [
      { kind: 'paragraph', text: `Une nouvelle facture est disponible dans votre espace famille, ${period}.` },
      {
        kind: 'rows',
        caption: `Facture ${invoice.number}`,
        rows: [
          ...invoice.children.map((child) => [child.name, euros(child.cents)]),
          ...(invoice.creditUsedCents ? [creditRow(invoice.creditUsedCents)] : []),
          ['Total à payer', euros(leftToPay(invoice))],
          due.row,
        ],
      },
      {
        kind: 'paragraph',
        text: typeset('Vous y trouverez le détail jour par jour, le calcul de chaque prix et la facture en PDF.'),
      },
    ],
    action: { label: 'Voir ma facture', url },
    signature,
    footer: `Vous recevez ce message parce que votre foyer utilise les services périscolaires ${ofWithArticle(signature.name)}. Merci de ne pas y répondre${'\u00a0'}: personne ne lit cette adresse.`,
  };
}

/** Paid by the family at the latest on a day, or taken from its account on another. */
function whatIsDue(invoice: InvoiceSnapshot): { inShort: string; row: [string, string] } {
  const { dueOn, ways } = invoice;
  if (leftToPay(invoice) === 0) return { inShort: 'rien à payer', row: ['Réglée', 'par votre crédit'] };
  if (ways?.directDebit) {
    const { on, cents, account } = ways.directDebit;
    const day = longDate(Temporal.PlainDate.from(on));
    return { inShort: `prélèvement de ${euros(cents)} le ${day}`, row: [`Prélevé sur ${account} le`, day] };
  }
  const day = longDate(Temporal.PlainDate.from(dueOn));
  return { inShort: `${euros(leftToPay(invoice))} à payer au plus tard le ${day}`, row: ['Au plus tard le', day] };
}

function creditRow(cents: number): [string, string] {
  return ['Votre crédit utilisé', euros(-cents)];
}
