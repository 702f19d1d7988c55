import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { euros, longDate } from '../../kernel/french.js';
import { type Cents, splitByWeight, sumCents } from '../../kernel/money.js';
import type { Allocated, DebtKind } from '../../ledger/rules/index.js';
import { paymentsProblems } from '../problems.js';
import type { PaperHead } from './paper.js';
import type { SettledPart } from './receipt.js';

export const WRITE_OFF_KINDS = ['UNCOLLECTABLE', 'EXTINGUISHED', 'REMISSION'] as const;
/**
 * `UNCOLLECTABLE`: admise en non-valeur, as the comptable asks; the family would owe it again if it could pay.
 * `EXTINGUISHED`: éteinte by a judge or a commission de surendettement. `REMISSION`: remise gracieuse, given by the
 * council.
 */
export type WriteOffKind = (typeof WRITE_OFF_KINDS)[number];

/** M57: créances admises en non-valeur, créances éteintes, remises gracieuses (arrêté of 8 December 2014). */
export const USUAL_NATURES: Record<WriteOffKind, string> = {
  UNCOLLECTABLE: '6541',
  EXTINGUISHED: '6542',
  REMISSION: '6577',
};

const LABELS: Record<WriteOffKind, string> = {
  UNCOLLECTABLE: 'admission en non-valeur',
  EXTINGUISHED: 'créance éteinte',
  REMISSION: 'remise gracieuse',
};

export function writeOffLabel(kind: WriteOffKind): string {
  return LABELS[kind];
}

/** The photograph of a write-off: what its paper says. Days are ISO 8601. */
export interface WriteOffPaper extends PaperHead {
  readonly kind: WriteOffKind;
  readonly nature: string;
  readonly debt: DebtKind;
  readonly decisionReference: string;
  readonly decidedOn: string;
  readonly accountedOn: string;
  readonly note: string | null;
  readonly family: { readonly name: string; readonly addressLines: readonly string[] };
  /** What is given up. */
  readonly parts: readonly SettledPart[];
  readonly cents: Cents;
  /** What the family has still to pay there afterwards, all invoices together. */
  readonly stillDueCents: Cents;
}

/** An invoice of which something is given up: so much, or without an amount all that remains due. */
export interface ToGiveUp {
  readonly invoiceId: number;
  readonly cents?: Cents | undefined;
}

export interface OpenDebt {
  readonly invoiceId: number;
  /** As printed. */
  readonly number: string;
  readonly open: readonly { readonly prestationId: number; readonly cents: Cents }[];
}

/** Where all these invoices are due. Throws WRITE_OFF_REFUSED where one is settled or unknown, or they are in both. */
export function channelOf(asked: readonly ToGiveUp[], due: Readonly<Record<DebtKind, readonly OpenDebt[]>>): DebtKind {
  const isDue = (debt: DebtKind, invoiceId: number) => due[debt].some((invoice) => invoice.invoiceId === invoiceId);
  const kinds = (['FAMILY', 'CLAIM'] as const).filter((debt) => asked.some(({ invoiceId }) => isDue(debt, invoiceId)));
  for (const [index, { invoiceId }] of asked.entries()) {
    if (kinds.some((debt) => isDue(debt, invoiceId))) continue;
    throw paymentsProblems.WRITE_OFF_REFUSED(
      `Il ne reste rien à payer sur la facture d’identifiant ${invoiceId}, ou elle n’est pas de cette famille.`,
      { errors: [{ field: `invoices[${index}].invoiceId`, message: 'Facture non soldée de cette famille attendue.' }] },
    );
  }
  if (kinds.length !== 1)
    throw paymentsProblems.WRITE_OFF_REFUSED(
      'Une partie de ces factures est due à la régie, l’autre à la Trésorerie : enregistrez la décision une fois pour chacune.',
    );
  return kinds[0]!;
}

/**
 * What is given up, by invoice and prestation: in proportion to what is open for each prestation, to the cent. Throws
 * WRITE_OFF_REFUSED for an amount above what remains due, or an invoice named twice.
 */
export function partsGivenUp(asked: readonly ToGiveUp[], due: readonly OpenDebt[]): Allocated[] {
  if (new Set(asked.map(({ invoiceId }) => invoiceId)).size !== asked.length)
    throw paymentsProblems.WRITE_OFF_REFUSED('Citez chaque facture une seule fois.');
  return asked.flatMap(({ invoiceId, cents }, index) => {
    const { number, open } = due.find((invoice) => invoice.invoiceId === invoiceId)!;
    const amounts = open.map((part) => part.cents);
    const remaining = sumCents(amounts);
    const given = cents ?? remaining;
    if (given > remaining)
      throw paymentsProblems.WRITE_OFF_REFUSED(
        `Il reste ${euros(remaining)} à payer sur la facture ${number} : ramenez l’abandon à ce montant au plus.`,
        { errors: [{ field: `invoices[${index}].cents`, message: `${euros(remaining)} au plus.` }] },
      );
    return splitByWeight(given, amounts)
      .map((share, rank) => ({ invoiceId, prestationId: open[rank]!.prestationId, cents: share }))
      .filter((part) => part.cents !== 0);
  });
}

/** Throws WRITE_OFF_REFUSED for a decision of a day to come. */
export function checkDecidedOn(decidedOn: Temporal.PlainDate, today: Temporal.PlainDate): void {
  if (!isBefore(today, decidedOn)) return;
  throw paymentsProblems.WRITE_OFF_REFUSED(
    `Le ${longDate(decidedOn)} n’est pas encore arrivé. Indiquez le jour de la décision.`,
    { errors: [{ field: 'decidedOn', message: 'Aujourd’hui au plus tard.' }] },
  );
}
