import { Temporal } from '../../kernel/civil-time.js';
import { euros, longInstant, NBSP, plainDate, typeset } from '../../kernel/french.js';
import { groupedBy } from '../../kernel/lists.js';
import type { LabelledValue, PdfDescription, TableRow } from '../../platform/pdf/index.js';
import { amountInWords } from '../rules/amount-in-words.js';
import { meansLabel } from '../rules/means.js';
import type { Receipt, SettledPart } from '../rules/receipt.js';

/** The paper that annuls a receipt. */
export interface Annulment {
  readonly number: string;
  readonly on: Temporal.PlainDate;
  readonly reason: string;
}

/** The quittance as it is printed; `duplicata` is the instant of a reprint, `annulled` says that it holds no more. */
export function receiptDocument(
  receipt: Receipt,
  duplicata: Temporal.Instant | null,
  annulled: Annulment | null = null,
): PdfDescription {
  const { collectivite, family } = receipt;
  const recordedAt = Temporal.Instant.from(receipt.recordedAt);
  const title = `Quittance n°${NBSP}${receipt.number}`;
  return {
    title: [title, ...(annulled ? ['(annulée)'] : []), ...(duplicata ? ['(duplicata)'] : [])].join(' '),
    author: collectivite.name,
    subject: 'Quittance de paiement',
    createdAt: duplicata ?? recordedAt,
    legal: legalLine(receipt),
    content: [
      {
        kind: 'letterhead',
        emitter: {
          name: collectivite.name,
          lines: [...(receipt.regie ? [receipt.regie] : []), ...collectivite.addressLines, collectivite.phone],
        },
        recipient: [`Famille ${family.name}`, ...family.addressLines],
      },
      { kind: 'title', text: title, subtitle: `Délivrée le ${longInstant(recordedAt, receipt.timeZone)}` },
      ...(annulled
        ? [
            {
              kind: 'notice' as const,
              title: 'ANNULÉE',
              text: typeset(
                `Cette quittance ne vaut plus, depuis le ${plainDate(annulled.on)} : ${annulled.reason} (annulation n° ${annulled.number}).`,
              ),
            },
          ]
        : []),
      ...(duplicata
        ? [
            {
              kind: 'notice' as const,
              title: 'DUPLICATA',
              text: `Réimprimé le ${longInstant(duplicata, receipt.timeZone)}. L’original a déjà été remis.`,
            },
          ]
        : []),
      { kind: 'callout', label: 'Montant reçu', value: euros(receipt.cents), note: amountInWords(receipt.cents) },
      { kind: 'keyValues', rows: facts(receipt), columns: 2 },
      { kind: 'heading', text: 'Ce que ce paiement règle' },
      {
        kind: 'table',
        summary: 'Les factures réglées, par prestation',
        columns: [
          { header: 'Facture', width: 2 },
          { header: 'Prestation', width: 4 },
          { header: 'Montant', width: 'fit', align: 'right' },
        ],
        rows: settledRows(receipt),
      },
      { kind: 'paragraph', text: stillDue(receipt) },
    ],
  };
}

function facts(receipt: Receipt): LabelledValue[] {
  const { regisseur, recordedBy } = receipt;
  return [
    ['Reçu de', receipt.payerName],
    ['Moyen de paiement', meansLabel(receipt.means)],
    ...(receipt.reference ? [['Référence', receipt.reference] as const] : []),
    ['Reçu le', plainDate(Temporal.PlainDate.from(receipt.receivedOn))],
    ...(regisseur ? [['Régisseur', regisseur] as const] : []),
    ...(recordedBy && recordedBy !== regisseur ? [['Enregistré par', recordedBy] as const] : []),
  ];
}

function settledRows({ settled, heldCents, cents }: Receipt): TableRow[] {
  const byInvoice = groupedBy(settled, ({ invoiceNumber }) => invoiceNumber);
  return [
    ...[...byInvoice.values()].flatMap((parts) => parts.map((part, index) => settledRow(part, index === 0))),
    ...(heldCents ? [{ cells: ['', 'Gardé en avoir sur votre compte famille', euros(heldCents)] }] : []),
    { kind: 'total', cells: [{ text: 'Total', span: 2 }, euros(cents)] },
  ];
}

function settledRow({ invoiceNumber, prestation, cents }: SettledPart, first: boolean): TableRow {
  return { cells: [first ? invoiceNumber : '', prestation, euros(cents)] };
}

function stillDue({ stillDueCents }: Receipt): string {
  return stillDueCents === 0
    ? 'Après ce paiement, toutes vos factures émises sont réglées. Merci.'
    : typeset(`Après ce paiement, il reste ${euros(stillDueCents)} à régler sur vos factures émises.`);
}

function legalLine({ collectivite, number }: Receipt): string {
  const siret = collectivite.siret ? ` – SIRET ${collectivite.siret}` : '';
  return `${collectivite.name}${siret} – Quittance ${number} – ${collectivite.email}`;
}
