import type { Temporal } from '../../kernel/civil-time.js';
import { euros, typeset } from '../../kernel/french.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { checkPiece } from '../../pes/rules/index.js';
import { type DebtKind, type LeftoverReason, tripletOf } from './batch.js';
import { debtorOf, type Foyer } from './debtor.js';
import { type BasisLine, type PieceContent, pieceOf } from './piece-content.js';
import { type ProductCode, productCodeOn } from './product-code.js';
import type { TreasurySettings } from './treasury-settings.js';

/** An invoice of a foyer that is due, with what its piece will say. */
export interface DueInvoice {
  readonly invoiceId: number;
  readonly number: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly basis: readonly BasisLine[];
  readonly open: readonly DuePart[];
}

export interface DuePart {
  readonly prestationId: number;
  readonly prestation: string;
  readonly cents: Cents;
  /** The imputation that it was invoiced under. */
  readonly nature: string;
  readonly function: string | null;
}

export interface TakenInvoice {
  readonly invoiceId: number;
  readonly content: PieceContent;
  readonly cents: Cents;
}

export type TakenFamily =
  | { readonly taken: readonly TakenInvoice[] }
  | { readonly left: { readonly reason: LeftoverReason; readonly cents: Cents; readonly detail: string } };

export interface Taking {
  readonly kind: DebtKind;
  readonly issuedOn: Temporal.PlainDate;
  readonly exercise: number;
  readonly settings: TreasurySettings;
  readonly codes: readonly ProductCode[];
}

/** What the comptable is told of a foyer: a piece for each invoice, or why not now. All of it or none. */
export function takeFamily(foyer: Foyer, invoices: readonly DueInvoice[], taking: Taking): TakenFamily {
  const cents = sumCents(invoices.flatMap(({ open }) => open.map((part) => part.cents)));
  const { leastCents } = taking.settings;
  if (cents < leastCents) {
    const detail = `Moins de ${euros(leastCents)} : reporté au prochain envoi.`;
    return { left: { reason: 'BELOW_LEAST', cents, detail: typeset(detail) } };
  }
  const debtor = debtorOf(foyer);
  if (typeof debtor === 'string') return { left: { reason: 'INCOMPLETE', cents, detail: typeset(debtor) } };
  const taken: TakenInvoice[] = [];
  const faults = new Set<string>();
  for (const { invoiceId, number, period, basis, open } of invoices) {
    const lines = open.map(({ prestationId, prestation, cents: amount, nature, function: fonction }) => {
      const product = productCodeOn(taking.codes, prestationId, taking.issuedOn)?.code;
      if (product === undefined)
        faults.add(`Le code produit de « ${prestation} » manque : demandez-le à la Trésorerie.`);
      return { prestationId, prestation, product: product ?? '', nature, function: fonction, cents: amount };
    });
    const content: PieceContent = { invoiceNumber: number, period, debtor, lines, basis };
    taken.push({ invoiceId, content, cents: sumCents(lines.map((line) => line.cents)) });
  }
  if (faults.size === 0)
    for (const { content } of taken) for (const fault of rejections(content, taking)) faults.add(fault);
  if (faults.size === 0) return { taken };
  return { left: { reason: 'INCOMPLETE', cents, detail: typeset([...faults].join(' ')).slice(0, 600) } };
}

/** What the Trésor would reject the piece for; what is attached to it is added later, and right by construction. */
function rejections(content: PieceContent, { kind, exercise, issuedOn, settings }: Taking): string[] {
  const triplet = tripletOf(kind);
  const bordereau = { exercise, number: 1, issuedOn, triplet, pieces: 1, cents: 1 };
  const { edition: _, ...piece } = pieceOf(content, { number: 1, kind, exercise, attachments: [] }, settings);
  return checkPiece(piece, bordereau);
}
