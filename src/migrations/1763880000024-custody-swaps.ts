import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  createTable,
  day,
  id,
  int,
  moment,
  nullable,
  oneOf,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** Days that two foyers of a child exchange, once both agree. */
export class CustodySwaps1763880000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'custody_swaps',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        child_id: belongsTo('children'),
        asking_family_id: belongsTo('families'),
        other_family_id: belongsTo('families'),
        state: oneOf('PENDING', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'EXPIRED'),
        /** Nobody can confirm it any more once this day has come. */
        first_date: day(),
        asked_by: nullable(refersTo('accounts')),
        asked_at: moment(),
        answered_by: nullable(refersTo('accounts')),
        answered_at: nullable(moment()),
        /** Recorded by the mairie, on the paper that both signed; NULL where the foyers did it themselves. */
        recorded_reason: nullable(text(200)),
      },
      {
        index: [['child_id'], ['asking_family_id'], ['other_family_id']],
        checks: ["state = 'PENDING' OR answered_at IS NOT NULL", 'asking_family_id <> other_family_id'],
      },
    );
    await createTable(
      runner,
      'custody_swap_days',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        swap_id: belongsTo('custody_swaps'),
        child_id: belongsTo('children'),
        date: day(),
        from_family_id: belongsTo('families'),
        to_family_id: belongsTo('families'),
        /** 1 while the swap waits or is confirmed, NULL afterwards: a day is in one swap at a time. */
        living: nullable(int('$ = 1')),
      },
      { unique: [['child_id', 'date', 'living']], index: [['swap_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
