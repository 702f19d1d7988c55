import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  CHAIN_SERIES,
  CHAIN_YEAR,
  entryLineOf,
  entryToSeal,
  HEAD_COLUMNS,
  type HeadColumns,
  LINE_COLUMNS,
  type LineColumns,
  sealedText,
} from '../ledger/index.js';
import { addColumns, changeWords } from '../platform/database/alter-table.js';
import {
  appendOnly,
  belongsTo,
  cents,
  createTable,
  id,
  int,
  oneOf,
  refersTo,
  text,
} from '../platform/database/schema.js';
import { digestOf } from '../platform/secrets/digest.js';

/** Credits, debts that the comptable takes over, what is handed to the Trésorerie; a seal on each entry. */
export class CreditsAndSeals1763880000041 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const kinds = ['FAMILY', 'PRODUCT', 'MEANS', 'CREDIT', 'CLAIM', 'TREASURY', 'WRITE_OFF'];
    await changeWords(runner, 'ledger_accounts', 'kind', oneOf(...kinds));
    const means = ['CHEQUE', 'CASH', 'CARD', 'CESU', 'TRANSFER', 'PAYFIP_CARD', 'PAYFIP_DEBIT', 'DIRECT_DEBIT'];
    await changeWords(runner, 'payments', 'means', oneOf(...means));
    await addColumns(
      runner,
      'payments',
      /** What settled no invoice and is held for the family. */
      { credited_cents: cents('$ >= 0') },
      { fill: { credited_cents: '0' }, checks: ['credited_cents <= amount_cents'] },
    );
    await createTable(
      runner,
      'ledger_seals',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        entry_id: belongsTo('ledger_entries'),
        chain_rank: int('$ > 0'),
        digest: text(43),
      },
      { unique: [['entry_id'], ['collectivite_id', 'chain_rank']] },
    );
    await sealEarlierEntries(runner);
    await appendOnly(runner, 'ledger_seals');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}

/** Entries of before are sealed in the order of their ids; a migration stopped half-way goes on where it was. */
async function sealEarlierEntries(runner: QueryRunner): Promise<void> {
  const heads = new Map<number, { rank: number; digest: string }>();
  const sealed = (await runner.query(
    'SELECT s.collectivite_id, s.chain_rank, s.digest, s.entry_id FROM ledger_seals s ORDER BY s.chain_rank',
  )) as { collectivite_id: number; chain_rank: number; digest: string; entry_id: number }[];
  for (const { collectivite_id, chain_rank, digest } of sealed)
    heads.set(collectivite_id, { rank: chain_rank, digest });
  let last = Math.max(0, ...sealed.map(({ entry_id }) => entry_id));
  for (;;) {
    const entries = (await runner.query(
      `SELECT ${HEAD_COLUMNS} FROM ledger_entries e WHERE e.id > ? ORDER BY e.id LIMIT 500`,
      [last],
    )) as HeadColumns[];
    for (const entry of entries) {
      const before = heads.get(entry.collectivite_id) ?? { rank: 0, digest: '' };
      const rank = before.rank + 1;
      const digest = digestOf(await textOf(runner, entry, rank, before.digest));
      await runner.query(
        'INSERT INTO ledger_seals (collectivite_id, entry_id, chain_rank, digest) VALUES (?, ?, ?, ?)',
        [entry.collectivite_id, entry.id, rank, digest],
      );
      heads.set(entry.collectivite_id, { rank, digest });
      last = entry.id;
    }
    if (entries.length === 0) break;
  }
  await runner.query('DELETE FROM number_series WHERE series = ?', [CHAIN_SERIES]);
  for (const [collectiviteId, { rank }] of heads)
    await runner.query('INSERT INTO number_series (collectivite_id, series, year, last_number) VALUES (?, ?, ?, ?)', [
      collectiviteId,
      CHAIN_SERIES,
      CHAIN_YEAR,
      rank,
    ]);
}

async function textOf(runner: QueryRunner, head: HeadColumns, rank: number, before: string): Promise<string> {
  const lines = (await runner.query(
    `SELECT ${LINE_COLUMNS} FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
     WHERE l.entry_id = ? ORDER BY l.id`,
    [head.id],
  )) as LineColumns[];
  return sealedText(rank, before, entryToSeal(head, lines.map(entryLineOf)));
}
