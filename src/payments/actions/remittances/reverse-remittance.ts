import { Injectable } from '@nestjs/common';
import { shortDate } from '../../../kernel/french.js';
import { FindEntry, mirrorEntry, PostEntry } from '../../../ledger/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { HoldRemittances } from '../../data/hold-remittances.js';
import { RemittanceReversalRow } from '../../data/remittance-reversal.entity.js';
import { paymentsProblems } from '../../problems.js';
import { formatPaperNumber } from '../../rules/paper.js';
import { DayOfRecord } from '../day-of-record.js';
import { noRemittance } from './find-remittances.js';

export interface RemittanceToReverse {
  readonly collectiviteId: number;
  readonly remittanceId: number;
  /** Why, as typed. */
  readonly note: string;
  readonly reversedBy: number;
}

/** Takes a bordereau back that the comptable has not received: its number stays, and what was on it waits for another. */
@Injectable()
export class ReverseRemittance {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly dayOfRecord: DayOfRecord,
    private readonly holdRemittances: HoldRemittances,
    private readonly entries: FindEntry,
    private readonly ledger: PostEntry,
  ) {}

  /** Done once: asked again, nothing is written. Throws NOT_FOUND, REMITTANCE_CLOSED. */
  run({ collectiviteId, remittanceId, note, reversedBy }: RemittanceToReverse): Promise<void> {
    return this.database.unit(async () => {
      const held = await this.holdRemittances.one(collectiviteId, remittanceId);
      if (!held) throw noRemittance();
      const { row, acceptance, reversal } = held;
      if (reversal) return;
      const { number } = row.paper;
      if (acceptance)
        throw paymentsProblems.REMITTANCE_CLOSED(
          `La Trésorerie a reçu le bordereau ${number} le ${shortDate(acceptance.acceptedOn)} : il ne s’annule plus. Ce qui est faux se corrige avec elle, et les paiements qui ne tiennent pas seront déduits du prochain.`,
        );
      const later = await this.deductedBy(collectiviteId, remittanceId);
      if (later !== null)
        throw paymentsProblems.REMITTANCE_CLOSED(
          `Le bordereau ${later} déduit déjà un paiement ou compte un remboursement du bordereau ${number} : annulez-le d’abord.`,
        );
      const now = this.clock.now();
      const accountedOn = await this.dayOfRecord.run(collectiviteId, row.accountedOn);
      const undone = { collectiviteId, remittanceId, note, accountedOn, reversedBy, reversedAt: now };
      const id = await this.database.insert(RemittanceReversalRow, undone);
      for (const table of ['remittance_lines', 'remittance_refunds'])
        await this.database.change(`DELETE FROM ${table} WHERE collectivite_id = ? AND remittance_id = ?`, [
          collectiviteId,
          remittanceId,
        ]);
      const source = (await this.entries.ofSource(collectiviteId, { kind: 'remittance', id: remittanceId }))!;
      await this.ledger.run({
        collectiviteId,
        source: { kind: 'remittance-reversal', id },
        date: accountedOn,
        label: `Annulation du bordereau de versement ${number}`,
        entry: mirrorEntry(await this.entries.linesOf(source.id)),
      });
      await this.audit.record({
        collectiviteId,
        accountId: reversedBy,
        action: 'remittance.reversed',
        subject: `remittance:${remittanceId}`,
        detail: { number, cents: row.totalCents },
      });
    });
  }

  /** The number of a bordereau that takes off, or gives back, something that this one handed over; null when none does. */
  private async deductedBy(collectiviteId: number, remittanceId: number): Promise<string | null> {
    const [found] = await this.database.rows<{ year: number; number: number }>(
      `SELECT r.year, r.number FROM remittances r WHERE r.collectivite_id = ? AND r.id <> ? AND (
         EXISTS (SELECT 1 FROM remittance_lines l
           JOIN payment_reversals v ON v.id = l.payment_reversal_id
           JOIN remittance_lines mine ON mine.payment_id = v.payment_id AND mine.remittance_id = ?
           WHERE l.remittance_id = r.id)
         OR EXISTS (SELECT 1 FROM remittance_refunds l
           JOIN refund_reversals v ON v.id = l.refund_reversal_id
           JOIN remittance_refunds mine ON mine.refund_id = v.refund_id AND mine.remittance_id = ?
           WHERE l.remittance_id = r.id))
       ORDER BY r.id`,
      [collectiviteId, remittanceId, remittanceId, remittanceId],
    );
    return found ? formatPaperNumber('remittance', found.year, found.number) : null;
  }
}
