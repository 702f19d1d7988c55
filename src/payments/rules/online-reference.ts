/**
 * INVOICE: the number of the invoice and that of the attempt, `F2026000123A57`, so that the régisseur's statement names
 * the invoice. NUMBER: a prefix and the number of the attempt, `CANTINE0000000057`.
 */
export const REFERENCE_FORMS = ['INVOICE', 'NUMBER'] as const;
export type ReferenceForm = (typeof REFERENCE_FORMS)[number];

interface Attempt {
  /** Rank of the attempt among all those of the collectivité. */
  readonly number: number;
  /** Numbers of the invoices to settle, as printed. */
  readonly invoiceNumbers: readonly string[];
}

/** The reference of a debt for PayFiP: 6 to 30 letters and digits, never the same for two attempts. */
export function onlineReference(form: ReferenceForm, prefix: string | null, attempt: Attempt): string {
  const { number, invoiceNumbers } = attempt;
  const invoice = invoiceNumbers.length === 1 ? invoiceNumbers[0]!.replace(/[^A-Za-z0-9]/g, '') : '';
  const byInvoice = `${invoice}A${number}`;
  if (form === 'INVOICE' && invoice !== '' && byInvoice.length >= 6 && byInvoice.length <= 30) return byInvoice;
  return `${prefix ?? ''}${String(number).padStart(10, '0')}`;
}
