import { ReceiveTreasuryFile } from '../../../src/claims/actions/returns/receive-treasury-file.js';
import { ReturnBatch } from '../../../src/claims/actions/batches/return-batch.js';
import { ReturnPiece } from '../../../src/claims/actions/returns/return-piece.js';
import { StartBatch } from '../../../src/claims/actions/batches/start-batch.js';
import { CarryOutBatch, ReadTreasuryFile } from '../../../src/claims/index.js';
import { type ToldPiece, retourOf, toldMoney } from './retour.js';
import { pick, type Step } from './step.js';
import { orRefused, rowsOf, today, type World } from './world.js';

interface SentPiece extends ToldPiece {
  readonly id: number;
  readonly batch_id: number;
}

/** The pieces of bordereaux that were sent, reductions aside. */
function sent(world: World): Promise<SentPiece[]> {
  return rowsOf<SentPiece>(
    world,
    `SELECT p.id, p.batch_id, p.piece_rank, b.kind, b.exercise, b.number, b.first_piece
     FROM claim_pieces p JOIN claim_batches b ON b.id = p.batch_id
     WHERE p.collectivite_id = ? AND b.state = 'READY' AND b.kind IN ('TITRE', 'ORMC') ORDER BY p.id`,
    [world.commune.collectiviteId],
  );
}

async function told(world: World, piece: SentPiece, state: '02' | '04'): Promise<void> {
  const { service, commune, accountId, collected } = world;
  const content = [Buffer.from(retourOf(piece, state, collected.get(piece.id) ?? []), 'latin1')];
  const file = { kind: 'RETOUR' as const, name: 'retour.xml', content: asyncOf(content) };
  const { id } = await service.app.get(ReceiveTreasuryFile).run(commune.collectiviteId, file, accountId);
  await service.app.get(ReadTreasuryFile).run(commune.collectiviteId, id);
}

async function* asyncOf<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** Debts that the comptable takes over, and what he tells of them. */
export const CLAIM_STEPS: readonly Step[] = [
  {
    name: 'debts are sent to the Trésorerie, late or not yet',
    weight: 6,
    run: async (world, [kind]) => {
      const { service, commune, accountId } = world;
      const { collectiviteId } = commune;
      const asked = pick(['TITRE', 'ORMC', 'REDUCTION'] as const, kind)!;
      const selection = asked === 'REDUCTION' ? {} : { dueBefore: today(world).add({ days: 31 }).toString() };
      const batch = await orRefused(service.app.get(StartBatch).run(collectiviteId, asked, selection, accountId));
      if (batch) await service.app.get(CarryOutBatch).run(collectiviteId, batch.id);
    },
  },
  {
    name: 'the Trésorerie tells of money, or takes some back',
    weight: 6,
    run: async (world, [which, line, cents, origin]) => {
      const piece = pick(await sent(world), which);
      if (!piece) return;
      const money = toldMoney({
        line: 1 + (line % 2),
        cents: cents % 6 === 0 ? -1 - cents : 1 + cents,
        origin: pick(['02', '10', '06'] as const, origin)!,
        on: today(world),
      });
      world.collected.set(piece.id, [...(world.collected.get(piece.id) ?? []), money]);
      await told(world, piece, '02');
    },
  },
  {
    name: 'the Trésorerie refuses a piece',
    weight: 2,
    run: async (world, [which]) => {
      const piece = pick(await sent(world), which);
      if (piece) await told(world, piece, '04');
    },
  },
  {
    name: 'a piece comes back to the régie by hand',
    weight: 1,
    run: async (world, [which]) => {
      const { service, commune, accountId } = world;
      const piece = pick(await sent(world), which);
      if (!piece) return;
      await orRefused(service.app.get(ReturnPiece).run(commune.collectiviteId, piece.id, 'À la main', accountId));
    },
  },
  {
    name: 'a whole bordereau comes back to the régie',
    weight: 1,
    run: async (world, [which]) => {
      const { service, commune, accountId } = world;
      const piece = pick(await sent(world), which);
      if (!piece) return;
      const { batch_id: batchId } = piece;
      await service.app.get(ReturnBatch).run(commune.collectiviteId, batchId, 'Refusé au guichet', accountId);
    },
  },
];
