import { letterSignature } from '../../../collectivites/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { euros, longDate, plainDate, typeset } from '../../../kernel/french.js';
import { ofWithArticle } from '../../../kernel/names-in-french.js';
import { sumCents } from '../../../kernel/money.js';
import type { MailBlock, MailContent } from '../../../platform/mail/index.js';
import { rejectReason } from '../../../sepa/index.js';

export interface DebitMailFacts {
  readonly greeting: string;
  /** Of one family, in the order of the file. */
  readonly debits: readonly {
    readonly invoiceNumber: string;
    readonly amountCents: number;
    readonly collectedOn: Temporal.PlainDate;
    readonly rejectReason: string | null;
  }[];
  readonly mandate: { readonly rum: string; readonly account: string; readonly suspended: boolean };
  readonly creditor: { readonly name: string; readonly ics: string };
  readonly collectivite: { readonly name: string; readonly phone: string; readonly email: string };
  readonly link: string;
}

const FOOTER = typeset(
  'Vous recevez ce message parce que votre famille a choisi le prélèvement. Message automatique : personne ne lit les réponses à cette adresse.',
);

/** The pre-notification: what, when, under which mandate. */
export function announcedMail(facts: DebitMailFacts): MailContent {
  const { debits, mandate, creditor, collectivite } = facts;
  const on = debits[0]!.collectedOn;
  return {
    ...frame(facts),
    subject: `Prélèvement de ${euros(totalOf(facts))} le ${plainDate(on)}`,
    paragraphs: [
      paragraph(
        `Le ${longDate(on)}, ${euros(totalOf(facts))} seront prélevés sur votre compte ${mandate.account} pour ${debits.length === 1 ? 'votre facture' : 'vos factures'} ${ofWithArticle(collectivite.name)}. Vous n’avez rien à faire : veillez seulement à ce que votre compte soit approvisionné ce jour-là.`,
      ),
      invoiceRows(facts),
      {
        kind: 'rows',
        rows: [
          ['Créancier', creditor.name],
          ['Identifiant créancier (ICS)', creditor.ics],
          ['Référence du mandat (RUM)', mandate.rum],
        ],
      },
      paragraph(
        `Une somme vous semble fausse, ou ce jour vous met en difficulté ? Appelez-nous au ${collectivite.phone} avant cette date : nous chercherons ensemble une solution.`,
      ),
    ],
  };
}

export function cancelledMail(facts: DebitMailFacts): MailContent {
  const on = facts.debits[0]!.collectedOn;
  return {
    ...frame(facts),
    subject: `Le prélèvement du ${plainDate(on)} n’aura pas lieu`,
    paragraphs: [
      paragraph(
        `Le prélèvement de ${euros(totalOf(facts))} annoncé pour le ${longDate(on)} est annulé. ${stillDue(facts)}`,
      ),
      invoiceRows(facts),
    ],
  };
}

/** One debit that came back. */
export function rejectedMail(facts: DebitMailFacts): MailContent {
  const { debits, mandate, collectivite } = facts;
  const { invoiceNumber, amountCents, rejectReason: code } = debits[0]!;
  // A family that lost someone is not told of it by us.
  const label = code === 'MD07' ? 'compte qui ne peut plus être prélevé' : rejectReason(code!).label;
  return {
    ...frame(facts),
    subject: `Votre prélèvement de ${euros(amountCents)} n’a pas abouti`,
    paragraphs: [
      paragraph(
        `Le prélèvement de ${euros(amountCents)} pour la facture ${invoiceNumber} n’a pas abouti (motif donné par la banque : ${label}). Cette facture est donc de nouveau à régler, par les moyens qu’elle indique ; si vous l’avez déjà fait, ne tenez pas compte de ce message.`,
      ),
      ...(mandate.suspended
        ? [
            paragraph(
              `Votre mandat ${mandate.rum} (compte ${mandate.account}) est suspendu : vos prochaines factures ne seront pas prélevées. Pour reprendre le prélèvement, signez un nouveau mandat depuis votre espace famille, ou appelez-nous.`,
            ),
          ]
        : []),
      paragraph(
        `Si vous rencontrez une difficulté, appelez-nous au ${collectivite.phone} : il est possible de payer en plusieurs fois, et le CCAS peut vous aider. Vos enfants continuent d’être accueillis.`,
      ),
    ],
  };
}

function stillDue({ debits }: DebitMailFacts): string {
  return debits.length === 1
    ? 'Cette facture reste à régler : un autre prélèvement vous sera annoncé, ou vous pouvez la payer par les moyens qu’elle indique.'
    : 'Ces factures restent à régler : un autre prélèvement vous sera annoncé, ou vous pouvez les payer par les moyens qu’elles indiquent.';
}

function frame({ greeting, link, collectivite }: DebitMailFacts) {
  return {
    greeting,
    action: { label: 'Voir mes factures', url: link },
    signature: letterSignature(collectivite),
    footer: FOOTER,
  };
}

function invoiceRows({ debits }: DebitMailFacts): MailBlock {
  return {
    kind: 'rows',
    headers: ['Facture', 'Montant'],
    rows: debits.map(({ invoiceNumber, amountCents }) => [invoiceNumber, euros(amountCents)]),
  };
}

function paragraph(text: string): MailBlock {
  return { kind: 'paragraph', text: typeset(text) };
}

function totalOf({ debits }: DebitMailFacts): number {
  return sumCents(debits.map(({ amountCents }) => amountCents));
}
