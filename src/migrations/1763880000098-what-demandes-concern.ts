import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../platform/database/alter-table.js';
import { belongsTo, createTable, day, id, nullable, refersTo } from '../platform/database/schema.js';

/** Which children and which days a demande is about, so that the mairie need not read it to know. */
export class WhatDemandesConcern1763880000098 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(
      runner,
      'demandes',
      { from_date: nullable(day()), to_date: nullable(day()) },
      { checks: ['(from_date IS NULL) = (to_date IS NULL)', 'from_date IS NULL OR from_date <= to_date'] },
    );
    await createTable(
      runner,
      'demande_children',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        demande_id: belongsTo('demandes'),
        child_id: belongsTo('children'),
      },
      { unique: [['demande_id', 'child_id']], index: [['child_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
