import type { CollectiviteRow } from '../../collectivites/index.js';
import { Temporal } from '../../kernel/civil-time.js';
import { euros, NBSP, plainDate, typeset } from '../../kernel/french.js';
import { ofWithArticle } from '../../kernel/names-in-french.js';
import type { PdfBlock, PdfDescription } from '../../platform/pdf/index.js';
import type { Letter } from '../rules/letter.js';
import { help, NO_CHILD_IS_TURNED_AWAY, whatFollows } from './reminder-words.js';

/** All the letters of a printing, each on pages of its own, numbered on their own. */
export function lettersDocument(
  letters: readonly Letter[],
  collectivite: CollectiviteRow,
  printedAt: Temporal.Instant,
): PdfDescription {
  const { name, siret, regieLabel } = collectivite;
  return {
    title: 'Lettres de relance',
    author: name,
    subject: `Factures des services périscolaires ${ofWithArticle(name)} qui restent à payer`,
    createdAt: printedAt,
    legal: [name, siret && `SIRET ${siret}`, regieLabel].filter(Boolean).join(' · '),
    content: letters.flatMap((letter) => letterBlocks(letter, collectivite)),
  };
}

function letterBlocks(letter: Letter, collectivite: CollectiviteRow): PdfBlock[] {
  const { name, addressLine1, addressLine2, postalCode, city, phone, email } = collectivite;
  const one = letter.invoices.length === 1;
  return [
    {
      kind: 'letterhead',
      emitter: {
        name,
        lines: [addressLine1, addressLine2, `${postalCode} ${city}`, phone, email].filter((line) => line !== null),
      },
      recipient: letter.recipient.slice(0, 6),
      references: [
        ['Le', shown(letter.on)],
        ['Famille', `n°${NBSP}${letter.familyId}`],
        ['Référence', `R-${letter.reminderId}`],
      ],
      runningTitle: `${name}, le ${shown(letter.on)}`,
    },
    {
      kind: 'title',
      text: one ? 'Une facture reste à payer' : 'Des factures restent à payer',
      subtitle: `${euros(letter.totalCents)} en tout`,
    },
    paragraph('Madame, Monsieur,'),
    paragraph(
      `Sauf erreur de notre part, nous n’avons pas reçu le paiement ${one ? 'de la facture suivante' : 'des factures suivantes'}, pour les services périscolaires ${ofWithArticle(name)} :`,
    ),
    {
      kind: 'table',
      summary: 'Les factures qui restent à payer',
      columns: [
        { header: 'Facture', width: 1 },
        { header: 'À payer depuis le', width: 'fit', align: 'right' },
        { header: 'Reste à payer', width: 'fit', align: 'right' },
      ],
      rows: [
        ...letter.invoices.map(({ number, dueOn, openCents }) => ({ cells: [number, shown(dueOn), euros(openCents)] })),
        { kind: 'total', cells: [{ text: 'Total à payer', span: 2 }, euros(letter.totalCents)] },
      ],
    },
    { kind: 'notice', title: 'Comment payer', text: typeset(howToPay(collectivite)) },
    {
      kind: 'notice',
      title: typeset('Une difficulté ? Appelez-nous'),
      text: typeset(help(collectivite, { helpContact: letter.helpContact })),
    },
    paragraph(consequence(letter)),
    paragraph(
      `${NO_CHILD_IS_TURNED_AWAY} Si vous avez payé ces jours-ci, ne tenez pas compte de cette lettre, et merci.`,
    ),
    paragraph(
      ['Nous vous prions d’agréer nos salutations distinguées.', collectivite.regisseurName].filter(Boolean).join('\n'),
    ),
  ];
}

function howToPay({ paymentInstructions, addressLine1, postalCode, city }: CollectiviteRow): string {
  const ways = paymentInstructions ?? `À la mairie, ${addressLine1}, ${postalCode} ${city}.`;
  return `${ways}\nRappelez le numéro de la facture avec votre paiement.`;
}

function consequence({ transferAfterDays: days }: Letter): string {
  return ['Merci de payer dès que possible, ou de nous appeler.', ...(days === null ? [] : [whatFollows(days)])].join(
    ' ',
  );
}

function paragraph(text: string): PdfBlock {
  return { kind: 'paragraph', text: typeset(text) };
}

function shown(date: string): string {
  return plainDate(Temporal.PlainDate.from(date));
}
