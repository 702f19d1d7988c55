import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import type { CollectedEntry, CollectedKind } from '../../ledger/index.js';
import { formatPaperNumber, formatReceiptNumber } from '../../payments/index.js';
import { Database } from '../../platform/database/database.js';
import type { MovementPaper } from '../rules/journal.js';

const PAYMENT_COLUMNS = `p.receipt_year, p.receipt_number, p.payer_name, p.reference, p.received_on, f.name AS family_name,
  v.year AS reversal_year, v.number AS reversal_number, b.year AS remittance_year, b.number AS remittance_number`;

const REFUND_COLUMNS = `l.year, l.number, f.name AS family_name,
  b.year AS remittance_year, b.number AS remittance_number`;

/** The papers of some movements, in one query for each kind. */
@Injectable()
export class MovementPapers {
  constructor(private readonly database: Database) {}

  /** By entry. Throws RangeError where a movement has none: `ledger:check` tells which. */
  async of(collectiviteId: number, entries: readonly CollectedEntry[]): Promise<ReadonlyMap<number, MovementPaper>> {
    const found = new Map<string, MovementPaper>();
    await this.database.read(async () => {
      for (const [kind, some] of groupedBy(entries, ({ source }) => source.kind)) {
        for (const [id, paper] of await this.ofKind(
          collectiviteId,
          kind,
          some.map(({ source }) => source.id),
        ))
          found.set(`${kind} ${id}`, paper);
      }
    });
    return new Map(
      entries.map(({ entryId, source: { kind, id } }) => {
        const paper = found.get(`${kind} ${id}`);
        if (!paper) throw new RangeError(`the ${kind} ${id} has no paper`);
        return [entryId, paper];
      }),
    );
  }

  private ofKind(
    collectiviteId: number,
    kind: CollectedKind,
    ids: readonly number[],
  ): Promise<[number, MovementPaper][]> {
    switch (kind) {
      case 'payment':
        return this.payments(collectiviteId, ids);
      case 'payment-reversal':
        return this.reversals(collectiviteId, ids);
      case 'refund':
      case 'refund-reversal':
        return this.refunds(collectiviteId, kind, ids);
    }
  }

  private async payments(collectiviteId: number, ids: readonly number[]): Promise<[number, MovementPaper][]> {
    const rows = await this.database.rows<PaymentRow>(
      `SELECT p.id, ${PAYMENT_COLUMNS}
       FROM payments p
       JOIN families f ON f.id = p.family_id
       LEFT JOIN payment_reversals v ON v.payment_id = p.id
       LEFT JOIN remittance_lines handed ON handed.payment_id = p.id
       LEFT JOIN remittances b ON b.id = handed.remittance_id
       WHERE p.collectivite_id = ? AND p.id IN (${marks(ids)})`,
      [collectiviteId, ...ids],
    );
    return rows.map((row) => [
      row.id,
      {
        ...paid(row),
        number: formatReceiptNumber(row.receipt_year, row.receipt_number),
        annuls: null,
        annulledBy:
          row.reversal_number === null ? null : formatPaperNumber('reversal', row.reversal_year!, row.reversal_number),
      },
    ]);
  }

  private async reversals(collectiviteId: number, ids: readonly number[]): Promise<[number, MovementPaper][]> {
    const rows = await this.database.rows<PaymentRow>(
      `SELECT v.id, ${PAYMENT_COLUMNS}
       FROM payment_reversals v
       JOIN payments p ON p.id = v.payment_id
       JOIN families f ON f.id = v.family_id
       LEFT JOIN remittance_lines handed ON handed.payment_reversal_id = v.id
       LEFT JOIN remittances b ON b.id = handed.remittance_id
       WHERE v.collectivite_id = ? AND v.id IN (${marks(ids)})`,
      [collectiviteId, ...ids],
    );
    return rows.map((row) => [
      row.id,
      {
        ...paid(row),
        number: formatPaperNumber('reversal', row.reversal_year!, row.reversal_number!),
        annuls: formatReceiptNumber(row.receipt_year, row.receipt_number),
        annulledBy: null,
      },
    ]);
  }

  private async refunds(
    collectiviteId: number,
    kind: 'refund' | 'refund-reversal',
    ids: readonly number[],
  ): Promise<[number, MovementPaper][]> {
    const rows = await this.database.rows<RefundRow>(
      kind === 'refund'
        ? `SELECT r.id, ${REFUND_COLUMNS} FROM refunds r
           JOIN refund_lists l ON l.id = r.refund_list_id
           JOIN families f ON f.id = r.family_id
           LEFT JOIN remittance_refunds handed ON handed.refund_id = r.id
           LEFT JOIN remittances b ON b.id = handed.remittance_id
           WHERE r.collectivite_id = ? AND r.id IN (${marks(ids)})`
        : `SELECT v.id, ${REFUND_COLUMNS} FROM refund_reversals v
           JOIN refunds r ON r.id = v.refund_id
           JOIN refund_lists l ON l.id = r.refund_list_id
           JOIN families f ON f.id = r.family_id
           LEFT JOIN remittance_refunds handed ON handed.refund_reversal_id = v.id
           LEFT JOIN remittances b ON b.id = handed.remittance_id
           WHERE v.collectivite_id = ? AND v.id IN (${marks(ids)})`,
      [collectiviteId, ...ids],
    );
    const reference = kind === 'refund' ? 'remboursement' : 'remboursement annulé';
    return rows.map((row) => [
      row.id,
      {
        ...{ number: formatPaperNumber('refund', row.year, row.number), annuls: null, annulledBy: null },
        ...{ familyName: row.family_name, payerName: row.family_name, reference, receivedOn: null },
        remittance: remittanceOf(row),
      },
    ]);
  }
}

interface PaymentRow extends HandedOver {
  readonly id: number;
  readonly receipt_year: number;
  readonly receipt_number: number;
  readonly payer_name: string;
  readonly reference: string | null;
  readonly received_on: string;
  readonly family_name: string;
  readonly reversal_year: number | null;
  readonly reversal_number: number | null;
}

interface RefundRow extends HandedOver {
  readonly id: number;
  readonly year: number;
  readonly number: number;
  readonly family_name: string;
}

/** The bordereau de versement that a movement is on, if any. */
interface HandedOver {
  readonly remittance_year: number | null;
  readonly remittance_number: number | null;
}

function paid(row: PaymentRow) {
  return {
    familyName: row.family_name,
    payerName: row.payer_name,
    reference: row.reference,
    receivedOn: Temporal.PlainDate.from(row.received_on),
    remittance: remittanceOf(row),
  };
}

function remittanceOf({ remittance_year: year, remittance_number: number }: HandedOver): string | null {
  return number === null ? null : formatPaperNumber('remittance', year!, number);
}

function marks(ids: readonly number[]): string {
  return ids.map(() => '?').join(', ');
}
