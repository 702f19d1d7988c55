import { Temporal } from '../../src/kernel/civil-time.js';
import { claimEntry, OpenBalances, PostEntry } from '../../src/ledger/index.js';
import type { RunningService } from './application.js';

/** The comptable takes over an invoice that the régie collects, for tests that start where a bordereau has ended. */
export async function claimedDebt(
  { app, fixtures }: RunningService,
  { collectiviteId, familyId, on }: { readonly collectiviteId: number; readonly familyId: number; readonly on: string },
): Promise<void> {
  for (const { invoiceId, open } of await app.get(OpenBalances).ofFamily(collectiviteId, familyId)) {
    const parts = open.map((part) => ({ invoiceId, ...part }));
    const cents = parts.reduce((total, part) => total + part.cents, 0);
    const batchId = await fixtures.row('claim_batches', {
      ...{ collectivite_id: collectiviteId, kind: 'TITRE', state: 'COMPOSING', selection: '{}', issued_on: on },
      ...{ exercise: Number(on.slice(0, 4)), budget_code: '00', pieces: 1, total_cents: cents },
      ...{ schema_checked: 0, created_at: 0 },
    });
    const pieceId = await fixtures.row('claim_pieces', {
      ...{ collectivite_id: collectiviteId, batch_id: batchId, piece_rank: 1, family_id: familyId },
      ...{ invoice_id: invoiceId, held_invoice_id: invoiceId, amount_cents: cents, content: '{}', state: 'SENT' },
    });
    await app.get(PostEntry).run({
      ...{ collectiviteId, source: { kind: 'claim', id: pieceId }, label: 'Prise en charge' },
      ...{ date: Temporal.PlainDate.from(on), entry: claimEntry(familyId, parts) },
    });
  }
}
