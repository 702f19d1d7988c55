import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  createTable,
  day,
  flag,
  id,
  int,
  longText,
  moment,
  nullable,
  oneOf,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** Foyers, the adults and children in them, custody, quotients; invitations and registrations. */
export class Families1763880000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'families',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        /** The number of the family in the mairie's former software, where it has one. */
        external_ref: nullable(text(40)),
        name: text(80),
        /** The name without case, accents or punctuation, for searches. */
        name_key: text(160),
        address_line1: nullable(text(120)),
        address_line2: nullable(text(120)),
        postal_code: nullable(text(5)),
        city: nullable(text(80)),
        allocataire_number: nullable(text(20)),
        created_at: moment(),
      },
      { unique: [['collectivite_id', 'external_ref']], index: [['collectivite_id', 'name_key']] },
    );
    await createTable(
      runner,
      'guardians',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        position: int('$ IN (1, 2)'),
        civility: nullable(oneOf('MADAME', 'MONSIEUR')),
        last_name: text(60),
        first_name: text(60),
        email: nullable(text(254)),
        phone: nullable(text(30)),
        account_id: nullable(refersTo('accounts')),
      },
      {
        unique: [
          ['family_id', 'position'],
          ['family_id', 'account_id'],
        ],
        index: [['account_id'], ['collectivite_id', 'email']],
      },
    );
    await createTable(
      runner,
      'children',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        last_name: text(60),
        first_name: text(60),
        birth_date: day(),
        /** Name and birth date without case, accents or punctuation: the same child is one row. */
        identity_key: text(140),
        sex: nullable(oneOf('F', 'M')),
        site_id: nullable(belongsTo('sites')),
        class_name: nullable(text(40)),
        menu_type_id: belongsTo('menu_types'),
        has_pai: flag(),
        /** Labels of the services that the last import wished for the child. */
        wished_services: nullable(longText()),
      },
      { unique: [['collectivite_id', 'identity_key']], index: [['collectivite_id', 'site_id']] },
    );
    await createTable(
      runner,
      'custodies',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        child_id: belongsTo('children'),
        family_id: belongsTo('families'),
        weeks: oneOf('ALL', 'EVEN', 'ODD'),
        from_date: day(),
        to_date: nullable(day()),
      },
      {
        unique: [['child_id', 'family_id', 'from_date']],
        index: [['family_id']],
        checks: ['to_date IS NULL OR from_date <= to_date'],
      },
    );
    await createTable(
      runner,
      'quotients',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        /** In hundredths: 642,50 is 64250. */
        value_hundredths: int('$ >= 0'),
        from_date: day(),
        to_date: nullable(day()),
      },
      { unique: [['family_id', 'from_date']], checks: ['to_date IS NULL OR from_date <= to_date'] },
    );
    /** One row for each collectivité, locked by whoever changes its families: imports and agents take turns. */
    await createTable(
      runner,
      'family_registers',
      { id: id(), collectivite_id: refersTo('collectivites') },
      { unique: [['collectivite_id']] },
    );
    await createTable(
      runner,
      'change_proposals',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        /** e.g. `family:12`, `guardian:31`, `child:7`. */
        subject: text(40),
        field: text(40),
        old_value: nullable(text(254)),
        new_value: text(254),
        state: oneOf('PENDING', 'ACCEPTED', 'REFUSED'),
        proposed_by: nullable(refersTo('accounts')),
        proposed_at: moment(),
        decided_by: nullable(refersTo('accounts')),
        decided_at: nullable(moment()),
      },
      { index: [['collectivite_id', 'state'], ['family_id']] },
    );
    await createTable(
      runner,
      'invitations',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        guardian_id: belongsTo('guardians'),
        email: text(254),
        code_digest: text(64),
        created_by: nullable(refersTo('accounts')),
        created_at: moment(),
        expires_at: moment(),
        sent_at: nullable(moment()),
        failed_at: nullable(moment()),
        failure: nullable(text(200)),
        opened_at: nullable(moment()),
        used_at: nullable(moment()),
        /** Set when a newer invitation takes its place. */
        replaced_at: nullable(moment()),
      },
      { unique: [['code_digest']], index: [['collectivite_id', 'id'], ['guardian_id']] },
    );
    await createTable(
      runner,
      'registrations',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        invitation_id: belongsTo('invitations'),
        token_digest: text(64),
        /** What the parent has typed so far, step by step; the password only as its hash. */
        password_hash: nullable(text(200)),
        account_step: nullable(longText()),
        guardians_step: nullable(longText()),
        children_step: nullable(longText()),
        created_at: moment(),
        updated_at: moment(),
        expires_at: moment(),
        completed_at: nullable(moment()),
      },
      { unique: [['invitation_id'], ['token_digest']] },
    );
    await createTable(
      runner,
      'solved_challenges',
      { id: id(), digest: text(64), expires_at: moment() },
      { unique: [['digest']], index: [['expires_at']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
