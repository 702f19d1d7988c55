import type { EntryLine } from '../rules/entry.js';

/** The columns of a line `l` and of its account `a`, as statements read them. */
export const LINE_COLUMNS = 'a.code, l.amount_cents, l.family_id, l.invoice_id, l.prestation_id';

export interface LineColumns {
  readonly code: string;
  readonly amount_cents: number;
  readonly family_id: number | null;
  readonly invoice_id: number | null;
  readonly prestation_id: number | null;
}

export function entryLineOf(row: LineColumns): EntryLine {
  return {
    account: row.code,
    cents: Number(row.amount_cents),
    ...(row.family_id === null ? {} : { familyId: row.family_id }),
    ...(row.invoice_id === null ? {} : { invoiceId: row.invoice_id }),
    ...(row.prestation_id === null ? {} : { prestationId: row.prestation_id }),
  };
}
