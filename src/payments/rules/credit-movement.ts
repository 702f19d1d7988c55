import type { SourceKind } from '../../ledger/rules/index.js';

/** What may move the credit of a family, as a family reads it. */
const LABELS = {
  payment: 'paiement supérieur aux factures',
  'payment-reversal': 'paiement annulé',
  'credit-note': 'avoir sur une facture réglée',
  'credit-use': 'utilisé pour payer une facture',
  'credit-use-reversal': 'utilisation annulée',
  refund: 'remboursé',
  'refund-reversal': 'remboursement annulé',
} satisfies Partial<Record<SourceKind, string>>;

export type CreditMovementKind = keyof typeof LABELS;

export const CREDIT_MOVEMENT_KINDS = Object.keys(LABELS) as CreditMovementKind[];

/** Throws RangeError for a source that never moves a credit. */
export function creditMovementKind(kind: SourceKind): CreditMovementKind {
  if (kind in LABELS) return kind as CreditMovementKind;
  throw new RangeError(`${kind} does not move a credit`);
}

export function creditMovementLabel(kind: CreditMovementKind): string {
  return LABELS[kind];
}
