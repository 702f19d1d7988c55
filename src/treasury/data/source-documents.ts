import { Injectable } from '@nestjs/common';
import { groupedBy } from '../../kernel/lists.js';
import { CREDIT_NOTE_SERIES, formatInvoiceNumber } from '../../billing/index.js';
import type { Source, SourceKind } from '../../ledger/index.js';
import { formatPaperNumber, formatReceiptNumber } from '../../payments/index.js';
import { Database } from '../../platform/database/database.js';

/** What an entry records, as a person looks it up. */
export interface SourceDocument {
  /** As printed; null for a piece of a bordereau that has no number yet. */
  readonly number: string | null;
  /** Its address under that of the collectivité, e.g. `payments/7`. */
  readonly path: string;
}

interface Lookup {
  /** Documents `d` with what they are of; `?` is the collectivité, then come the ids. */
  readonly from: string;
  /** Columns year and number, or the printed number. */
  readonly number: string;
  /** Which document of the API it is, and what is read of it. */
  readonly target: string;
  readonly path: (target: number) => string;
  readonly printed: (row: FoundRow) => string | null;
}

const BATCH: Pick<Lookup, 'number' | 'target' | 'path' | 'printed'> = {
  number: 'NULL AS year, NULL AS number, piece.debt_number AS printed',
  target: 'piece.batch_id',
  path: (id) => `claim-batches/${id}`,
  printed: ({ printed }) => printed,
};
const INVOICE: Pick<Lookup, 'number' | 'path' | 'printed'> = {
  number: 'NULL AS year, NULL AS number, o.invoice_number AS printed',
  path: (id) => `invoices/${id}`,
  printed: ({ printed }) => printed,
};
const ofPiece = (table: string) => `${table} d JOIN claim_pieces piece ON piece.id = d.piece_id`;
const numbered = (of: string) => `${of}.year, ${of}.number, NULL AS printed`;
const paper =
  (kind: Parameters<typeof formatPaperNumber>[0]): Lookup['printed'] =>
  ({ year, number }) =>
    formatPaperNumber(kind, year!, number!);

/** Where each kind of source is looked up. */
const LOOKUPS: Record<SourceKind, Lookup> = {
  invoice: { ...INVOICE, from: 'invoices d JOIN ledger_entries o ON o.opens_invoice_id = d.id', target: 'd.id' },
  'credit-note': {
    ...{ from: 'credit_notes d', number: numbered('d'), target: 'd.id', path: (id) => `credit-notes/${id}` },
    printed: ({ year, number }) => formatInvoiceNumber(CREDIT_NOTE_SERIES, year!, number!),
  },
  payment: {
    ...{ from: 'payments d', number: 'd.receipt_year AS year, d.receipt_number AS number, NULL AS printed' },
    ...{ target: 'd.id', path: (id) => `payments/${id}` },
    printed: ({ year, number }) => formatReceiptNumber(year!, number!),
  },
  'payment-reversal': {
    ...{ from: 'payment_reversals d', number: numbered('d'), target: 'd.id', printed: paper('reversal') },
    path: (id) => `payment-reversals/${id}/pdf`,
  },
  'credit-use': {
    ...INVOICE,
    ...{ from: 'credit_uses d JOIN ledger_entries o ON o.opens_invoice_id = d.invoice_id', target: 'd.invoice_id' },
  },
  'credit-use-reversal': {
    from: 'credit_use_reversals d JOIN payment_reversals v ON v.id = d.payment_reversal_id',
    ...{ number: numbered('v'), target: 'v.id', printed: paper('reversal') },
    path: (id) => `payment-reversals/${id}/pdf`,
  },
  refund: {
    from: 'refunds d JOIN refund_lists list ON list.id = d.refund_list_id',
    ...{ number: numbered('list'), target: 'list.id', path: (id) => `refund-lists/${id}`, printed: paper('refund') },
  },
  'refund-reversal': {
    from: `refund_reversals d JOIN refunds r ON r.id = d.refund_id JOIN refund_lists list ON list.id = r.refund_list_id`,
    ...{ number: numbered('list'), target: 'list.id', path: (id) => `refund-lists/${id}`, printed: paper('refund') },
  },
  'write-off': {
    ...{ from: 'write_offs d', number: numbered('d'), target: 'd.id', path: (id) => `write-offs/${id}/pdf` },
    printed: paper('writeOff'),
  },
  'write-off-reversal': {
    from: 'write_off_reversals d JOIN write_offs w ON w.id = d.write_off_id',
    ...{ number: numbered('w'), target: 'w.id', path: (id) => `write-offs/${id}/pdf`, printed: paper('writeOff') },
  },
  remittance: {
    ...{ from: 'remittances d', number: numbered('d'), target: 'd.id', path: (id) => `remittances/${id}` },
    printed: paper('remittance'),
  },
  'remittance-reversal': {
    from: 'remittance_reversals d JOIN remittances r ON r.id = d.remittance_id',
    ...{ number: numbered('r'), target: 'r.id', path: (id) => `remittances/${id}`, printed: paper('remittance') },
  },
  claim: { ...BATCH, from: 'claim_pieces d JOIN claim_pieces piece ON piece.id = d.id' },
  'claim-return': { ...BATCH, from: ofPiece('claim_returns') },
  'claim-payment': { ...BATCH, from: ofPiece('claim_collections') },
  'claim-payment-reversal': { ...BATCH, from: ofPiece('claim_adjustments') },
  'claim-write-off': { ...BATCH, from: ofPiece('claim_adjustments') },
};

/** The documents that some entries record, in one query for each kind. */
@Injectable()
export class SourceDocuments {
  constructor(private readonly database: Database) {}

  /** By `sourceKey`; a source whose document is gone is absent: `ledger:check` tells it. */
  async of(collectiviteId: number, sources: readonly Source[]): Promise<ReadonlyMap<string, SourceDocument>> {
    const found = new Map<string, SourceDocument>();
    await this.database.read(async () => {
      for (const [kind, some] of groupedBy(sources, (source) => source.kind)) {
        const { from, number, target, path, printed } = LOOKUPS[kind];
        const ids = [...new Set(some.map(({ id }) => id))];
        const rows = await this.database.rows<FoundRow>(
          `SELECT d.id, ${target} AS target, ${number} FROM ${from}
           WHERE d.collectivite_id = ? AND d.id IN (${ids.map(() => '?').join(', ')})`,
          [collectiviteId, ...ids],
        );
        for (const row of rows)
          found.set(sourceKey({ kind, id: row.id }), { number: printed(row), path: path(row.target) });
      }
    });
    return found;
  }
}

export function sourceKey({ kind, id }: Source): string {
  return `${kind} ${id}`;
}

interface FoundRow {
  readonly id: number;
  readonly target: number;
  readonly year: number | null;
  readonly number: number | null;
  readonly printed: string | null;
}
