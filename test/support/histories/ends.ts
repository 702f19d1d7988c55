import { expect } from '@jest/globals';
import { QueryOnlinePayment } from '../../../src/payments/actions/online/query-online-payment.js';
import { attemptsOf } from './online-steps.js';
import { numcliOf } from './settings.js';
import { rowsOf, type World } from './world.js';

/** What was under way is decided: PayFiP answers again, debits fall due, places that nobody paid are given back. */
export async function settleAll(world: World): Promise<void> {
  const { service, simulator, commune, accountId } = world;
  simulator.faults.clear();
  for (const { id } of await attemptsOf(world))
    await service.app.get(QueryOnlinePayment).run(commune.collectiviteId, id, accountId);
  await service.settle();
  service.clock.advance({ hours: 24 * 45 });
  await service.settle();
  const late = `SELECT topic, last_error FROM outbox_messages
     WHERE collectivite_id = ? AND (last_error IS NOT NULL OR delivered_at IS NULL)`;
  expect(await rowsOf(world, late, [commune.collectiviteId])).toEqual([]);
}

/** Each euro that families paid at PayFiP came in once, and nothing else did. */
export async function expectSameBooks(world: World): Promise<void> {
  const { simulator, commune } = world;
  const paid = simulator.operations
    .list()
    .filter(({ fields }) => fields.numcli === numcliOf(commune.collectiviteId))
    .filter(({ decided }) => decided?.result === 'P' || decided?.result === 'V')
    .map(({ fields }) => Number(fields.montant));
  const recorded = "SELECT amount_cents FROM payments WHERE collectivite_id = ? AND means LIKE 'PAYFIP%'";
  const rows = await rowsOf<{ amount_cents: number }>(world, recorded, [commune.collectiviteId]);
  expect(rows.map((row) => Number(row.amount_cents)).sort()).toEqual(paid.sort());
}

/** Each place that is taken is a reservation, and nothing is held or promised any more. */
export async function expectSamePlaces(world: World): Promise<void> {
  const counts = `SELECT s.date, s.taken, (SELECT COUNT(*) FROM taken_places t WHERE t.session_id = s.id) AS places,
       (SELECT COUNT(*) FROM reservations r WHERE r.session_id = s.id AND r.active = 1) AS reserved
     FROM sessions s WHERE s.collectivite_id = ?`;
  const sessions = await rowsOf<Record<'taken' | 'places' | 'reserved', number>>(world, counts, [
    world.commune.collectiviteId,
  ]);
  const wrong = sessions.filter(
    ({ taken, places, reserved }) => new Set([taken, places, reserved].map(Number)).size > 1,
  );
  expect(wrong).toEqual([]);
  for (const left of [
    'SELECT id FROM place_holds WHERE collectivite_id = ? AND living = 1',
    'SELECT id FROM credit_promises WHERE collectivite_id = ?',
  ])
    expect(await rowsOf(world, left, [world.commune.collectiviteId])).toEqual([]);
}
