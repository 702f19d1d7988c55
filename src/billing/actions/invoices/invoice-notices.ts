import { Temporal } from '../../../kernel/civil-time.js';
import { euros, plainDate, typeset } from '../../../kernel/french.js';
import { ofWithArticle } from '../../../kernel/names-in-french.js';
import type { Notice } from '../../../platform/pdf/index.js';
import { type InvoiceIssuer, type InvoiceSnapshot, leftToPay, type PaymentWays } from '../../rules/invoice-snapshot.js';

/** Each way to pay, the code to scan where one can pay online, and what happens to what stays unpaid. */
export function howToPay(invoice: InvoiceSnapshot): Notice {
  if (leftToPay(invoice) === 0)
    return { kind: 'notice', title: 'Comment payer', text: 'Vous n’avez rien à faire, tout est réglé.' };
  const { ways = {}, number } = invoice;
  const symbol = ways.onlineUrl && {
    kind: 'QR' as const,
    content: ways.onlineUrl,
    alt: `Code à scanner pour payer la facture ${number} en ligne`,
  };
  return {
    kind: 'notice',
    title: 'Comment payer',
    text: typeset([...waysInFrench(ways), ...atTheMairie(invoice), ...otherwise(invoice)].join('\n')),
    ...(symbol ? { symbol } : {}),
  };
}

function waysInFrench({ directDebit, onlineUrl, payfip }: PaymentWays): string[] {
  return [
    ...(directDebit
      ? [
          `Vous n’avez rien à faire : un prélèvement de ${euros(directDebit.cents)} aura lieu le ${shown(directDebit.on)} sur votre compte ${directDebit.account}.`,
        ]
      : []),
    ...(onlineUrl ? [`En ligne : scannez le code ci-contre, ou ouvrez ${onlineUrl}.`] : []),
    ...(payfip
      ? [`En ligne : ${payfip.address}, identifiant ${payfip.collectivite}, référence ${payfip.reference}.`]
      : []),
  ];
}

/** Whose account is debited needs no counter, unless the debit is refused: they are told then. */
function atTheMairie({ collectivite, number, ways }: InvoiceSnapshot): string[] {
  if (ways?.directDebit) return [];
  const instructions =
    collectivite.paymentInstructions ??
    `À la mairie, ${collectivite.addressLines.join(', ')}. Les moyens de paiement acceptés vous y seront indiqués.`;
  return [instructions, `Rappelez le numéro de facture ${number} avec votre paiement.`];
}

function otherwise({ dueOn, ways }: InvoiceSnapshot): string[] {
  const consequence = `Sans paiement au ${shown(dueOn)}, un titre de recettes sera émis et la Trésorerie chargée de le recouvrer.`;
  return ways?.directDebit ? [] : [consequence];
}

/** Whom to ask about the days, whom about the money, and how to disagree; none of it makes the invoice a titre. */
export function whomToAsk({ collectivite, dueOn }: InvoiceSnapshot): Notice {
  const { phone, email, regie, regisseur } = collectivite;
  const cashier = [regie, regisseur].filter(Boolean).join(', ');
  return {
    kind: 'notice',
    title: typeset('Une question, une erreur, une difficulté ?'),
    text: typeset(
      [
        `Sur les jours et les prix : ${phone}, ${email}, ou « Mes demandes » dans votre espace famille. Le calcul de chaque jour y est.`,
        `Sur le paiement${cashier && `, ${cashier}`} : mêmes coordonnées. Payer en plusieurs fois est possible : demandez-le avant le ${shown(dueOn)}. Le CCAS peut aussi vous aider.`,
        'Pour contester, écrivez à la mairie. Cette facture n’est pas un titre de recettes : celui qui serait émis à défaut de paiement dirait quel tribunal saisir, et dans quel délai.',
      ].join('\n'),
    ),
  };
}

/** On what the amounts rest (décret 2012-1246, art. 24: bases de liquidation). */
export function basis({ name }: InvoiceIssuer): string {
  return typeset(
    `Bases de calcul : les jours ci-dessus, aux tarifs ${ofWithArticle(name)} en vigueur à chaque date, selon les règles dites à chaque ligne.`,
  );
}

function shown(date: string): string {
  return plainDate(Temporal.PlainDate.from(date));
}
