import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn, isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import {
  ChartOfAccounts,
  claimEntry,
  LedgerPeriods,
  mirrorEntry,
  OpenBalances,
  PostEntry,
} from '../../../ledger/index.js';
import { sumCents } from '../../../kernel/money.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { ClaimPieceRow } from '../../data/claim-piece.entity.js';
import { ClaimReturnRow } from '../../data/claim-return.entity.js';
import { claimsProblems } from '../../problems.js';
import { FindBatches } from '../batches/find-batches.js';

/** Brings the debt of a piece that the comptable refused back to the régie: it is due there again. */
@Injectable()
export class ReturnPiece {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly findBatches: FindBatches,
    private readonly accounts: ChartOfAccounts,
    private readonly balances: OpenBalances,
    private readonly periods: LedgerPeriods,
    private readonly ledger: PostEntry,
  ) {}

  /**
   * What remains of the debt goes back, in one unit. `accountId` is null where a file of the Trésorerie says so. Throws
   * NOT_FOUND, CLAIM_NOT_RETURNABLE.
   */
  run(collectiviteId: number, pieceId: number, reason: string, accountId: number | null): Promise<ClaimPieceRow> {
    return this.database.unit(async () => {
      const { familyId } = await this.findBatches.piece(collectiviteId, pieceId);
      await this.accounts.holdFamily(collectiviteId, familyId);
      const piece = await this.findBatches.piece(collectiviteId, pieceId);
      const { invoiceId, heldInvoiceId, content } = piece;
      if (heldInvoiceId === null)
        throw notReturnable('Cette pièce n’est plus, ou n’a jamais été, une créance de la Trésorerie.');
      const open = (await this.balances.ofInvoices(collectiviteId, [invoiceId], 'CLAIM')).get(invoiceId) ?? [];
      const parts = open.map(({ prestationId, cents }) => ({ invoiceId, prestationId, cents }));
      const amountCents = sumCents(parts.map(({ cents }) => cents));
      if (amountCents <= 0)
        throw notReturnable('Il ne reste rien à payer sur cette pièce : elle est soldée à la Trésorerie.');
      const now = this.clock.now();
      const row = { collectiviteId, pieceId, amountCents, reason, returnedBy: accountId, returnedAt: now };
      const returnId = await this.database.insert(ClaimReturnRow, row);
      const changed = { heldInvoiceId: null, state: 'RETURNED', stateReason: reason } as const;
      await this.database.repository(ClaimPieceRow).update({ id: pieceId }, changed);
      await this.audit.record({
        ...{ collectiviteId, accountId, action: 'claim-piece.returned', subject: `claim-piece:${pieceId}` },
        detail: { cents: amountCents },
      });
      await this.ledger.run({
        collectiviteId,
        source: { kind: 'claim-return', id: returnId },
        date: await this.dayOf(collectiviteId, now),
        label: `Retour à la régie de la facture ${content.invoiceNumber}`,
        entry: mirrorEntry(claimEntry(familyId, parts)),
      });
      return { ...piece, ...changed };
    });
  }

  /** Today; the first open day where the régisseur has closed it: what the comptable refused does not wait. */
  private async dayOf(collectiviteId: number, now: Temporal.Instant): Promise<Temporal.PlainDate> {
    const today = dateIn((await this.findCollectivite.run(collectiviteId)).timeZone, now);
    const firstOpen = await this.periods.firstOpenDay(collectiviteId);
    return firstOpen && isBefore(today, firstOpen) ? firstOpen : today;
  }
}

function notReturnable(detail: string) {
  return claimsProblems.CLAIM_NOT_RETURNABLE(typeset(detail));
}
