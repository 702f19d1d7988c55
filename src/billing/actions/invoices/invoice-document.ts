import { Temporal } from '../../../kernel/civil-time.js';
import { counted, enumeration, euros, NBSP, plainDate } from '../../../kernel/french.js';
import type { PdfBlock, PdfDescription, TableRow } from '../../../platform/pdf/index.js';
import type { PrestationKind } from '../../../prestations/index.js';
import type { ChargeEvent } from '../../../reglement/index.js';
import { daysInFrench, spanInFrench } from '../../rules/days-in-french.js';
import type { InvoiceGroup } from '../../rules/invoice-lines.js';
import { type InvoiceIssuer, type InvoiceSnapshot, leftToPay } from '../../rules/invoice-snapshot.js';
import { basis, howToPay, whomToAsk } from './invoice-notices.js';

/** What is counted, in the singular and the plural. */
const COUNTED: Record<PrestationKind, readonly [string, string]> = {
  CANTEEN: ['repas', 'repas'],
  MORNING_CARE: ['matin', 'matins'],
  EVENING_CARE: ['soir', 'soirs'],
  LEISURE_CENTRE: ['journée', 'journées'],
  OTHER: ['séance', 'séances'],
};

const WHAT_HAPPENED: Record<ChargeEvent, string> = {
  UNIT: '',
  UNPLANNED: ' – présence non prévue',
  UNJUSTIFIED_ABSENCE: ' – absence non justifiée',
};

/** The invoice as a letter: how much and by when at first sight, then what for, how to pay and whom to ask. */
export function invoiceDocument(invoice: InvoiceSnapshot): PdfDescription {
  const { collectivite, number } = invoice;
  return {
    title: `Facture ${number}`,
    author: collectivite.name,
    subject: `Facture des services périscolaires ${periodOf(invoice)}`,
    createdAt: Temporal.Instant.from(invoice.issuedAt),
    legal: legalLine(collectivite),
    content: [
      {
        kind: 'letterhead',
        emitter: {
          name: collectivite.name,
          lines: [...collectivite.addressLines, ...(collectivite.regie ? [collectivite.regie] : [])],
        },
        recipient: [...invoice.payer.names, ...invoice.payer.addressLines].slice(0, 6),
        references: [
          ['Facture', number],
          ['Émise le', plainDate(day(invoice.issuedOn))],
          ['Famille', `n°${NBSP}${invoice.payer.familyId}`],
        ],
        runningTitle: `Facture ${number}`,
      },
      { kind: 'title', text: `Facture ${number}`, subtitle: `Services périscolaires ${periodOf(invoice)}` },
      {
        kind: 'callout',
        label: whatToDo(invoice),
        value: euros(invoice.paidAtBooking ? invoice.totalCents : leftToPay(invoice)),
        note: `${enumeration(invoice.children.map(({ name }) => name))}, ${periodOf(invoice)}`,
      },
      linesTable(invoice),
      { kind: 'paragraph', tone: 'small', text: basis(collectivite) },
      howToPay(invoice),
      whomToAsk(invoice),
    ],
  };
}

function whatToDo(invoice: InvoiceSnapshot): string {
  const { dueOn, ways, paidAtBooking } = invoice;
  if (leftToPay(invoice) === 0 && paidAtBooking) return 'Réglée à la réservation';
  if (leftToPay(invoice) === 0) return `Rien à payer${NBSP}: votre crédit a réglé cette facture`;
  const debit = ways?.directDebit;
  return debit
    ? `Prélevé sur votre compte le ${plainDate(day(debit.on))}`
    : `À payer au plus tard le ${plainDate(day(dueOn))}`;
}

function linesTable(invoice: InvoiceSnapshot): PdfBlock {
  const { children, totalCents, creditUsedCents = 0 } = invoice;
  const rows = children.flatMap(({ name, groups, cents }): TableRow[] => [
    { kind: 'group', cells: [{ text: name, span: 4 }] },
    ...groups.map((group) => ({ cells: groupCells(group) })),
    ...(children.length > 1
      ? [{ kind: 'subtotal' as const, cells: [{ text: `Total ${name}`, span: 3 }, euros(cents)] }]
      : []),
  ]);
  return {
    kind: 'table',
    summary: 'Ce qui est facturé, par enfant et par prestation',
    columns: [
      { header: 'Prestation', width: 1 },
      { header: 'Quantité', width: 'fit', align: 'right' },
      { header: 'Prix', width: 'fit', align: 'right' },
      { header: 'Montant', width: 'fit', align: 'right' },
    ],
    rows: [
      ...rows,
      ...(creditUsedCents === 0
        ? []
        : [
            { kind: 'subtotal' as const, cells: [{ text: 'Total de la facture', span: 3 }, euros(totalCents)] },
            { kind: 'subtotal' as const, cells: [{ text: 'Votre crédit utilisé', span: 3 }, euros(-creditUsedCents)] },
          ]),
      { kind: 'total', cells: [{ text: 'Total à payer', span: 3 }, euros(leftToPay(invoice))] },
    ],
  };
}

function groupCells(group: InvoiceGroup): TableRow['cells'] {
  const { prestation, kind, event, unitCents, cents, careCents, why, dates } = group;
  const care = careCents == null ? '' : `dont garde${NBSP}: ${euros(careCents)}`;
  const note = [daysInFrench(dates.map(day)), why, care].filter(Boolean).join(' · ');
  return [
    { text: `${prestation}${WHAT_HAPPENED[event]}`, note },
    counted(dates.length, ...COUNTED[kind]),
    euros(unitCents),
    euros(cents),
  ];
}

export function legalLine({ name, siret, regie, regisseur }: InvoiceIssuer): string {
  return [name, siret && `SIRET ${siret}`, regie, regisseur && `Régisseur${NBSP}: ${regisseur}`]
    .filter(Boolean)
    .join(' · ');
}

function periodOf({ period }: InvoiceSnapshot): string {
  return spanInFrench(day(period.from), day(period.to));
}

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}
