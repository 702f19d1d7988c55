import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropColumns } from '../platform/database/alter-table.js';

/** Under which client families pay titres is said with what only an avis des sommes à payer says, and not twice. */
export class ClientOfTitres1763880000051 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'payfip_settings', ['treasury_numcli']);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
