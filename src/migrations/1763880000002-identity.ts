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

/** Accounts, the collectivités, and who is what in them. */
export class Identity1763880000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'accounts',
      {
        id: id(),
        email: text(254),
        first_name: text(60),
        last_name: text(60),
        password_hash: text(200),
        password_changed_at: moment(),
        created_at: moment(),
        disabled_at: nullable(moment()),
      },
      { unique: [['email']], checks: ['email = lower(email)'] },
    );
    await createTable(
      runner,
      'login_sessions',
      {
        id: id(),
        account_id: refersTo('accounts'),
        created_at: moment(),
        expires_at: moment(),
        ended_at: nullable(moment()),
        end_reason: nullable(oneOf('SIGNED_OUT', 'REUSED', 'PASSWORD_CHANGED')),
      },
      { index: [['account_id']] },
    );
    await createTable(
      runner,
      'refresh_tokens',
      {
        id: id(),
        login_session_id: refersTo('login_sessions'),
        digest: text(64),
        issued_at: moment(),
        used_at: nullable(moment()),
      },
      { unique: [['digest']], index: [['login_session_id']] },
    );
    await createTable(
      runner,
      'password_resets',
      {
        id: id(),
        account_id: refersTo('accounts'),
        digest: text(64),
        created_at: moment(),
        expires_at: moment(),
        used_at: nullable(moment()),
      },
      { unique: [['digest']], index: [['account_id']] },
    );
    await createTable(runner, 'collectivites', {
      id: id(),
      name: text(120),
      siret: nullable(text(14)),
      address_line1: text(120),
      address_line2: nullable(text(120)),
      postal_code: text(5),
      city: text(80),
      phone: text(30),
      email: text(254),
      website: nullable(text(200)),
      time_zone: text(60),
      school_zone: oneOf('A', 'B', 'C'),
      holidays_of: text(40),
      kitchen_email: nullable(text(254)),
      /** The règlement of billing: day of the month from which the month before is billed by itself, and days to pay. */
      billing_day: nullable(int('$ BETWEEN 1 AND 28')),
      payment_days: int('$ BETWEEN 0 AND 90'),
      regie_label: nullable(text(120)),
      regisseur_name: nullable(text(120)),
      payment_instructions: nullable(text(500)),
      created_at: moment(),
    });
    await createTable(
      runner,
      'memberships',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        account_id: refersTo('accounts'),
        role: oneOf('parent', 'animateur', 'agent', 'regisseur', 'administrateur'),
        granted_at: moment(),
      },
      { unique: [['account_id', 'collectivite_id', 'role']] },
    );
    await createTable(
      runner,
      'opening_hours',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        weekday: oneOf('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'),
        opens_at: text(5),
        closes_at: text(5),
      },
      { unique: [['collectivite_id', 'weekday', 'opens_at']], checks: ['opens_at < closes_at'] },
    );
    await createTable(
      runner,
      'sites',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        name: text(120),
        /** The name without case, accents or punctuation: two sites cannot be told apart by a hyphen. */
        name_key: text(120),
        kind: oneOf('SCHOOL', 'CENTRE'),
        address_line1: nullable(text(120)),
        postal_code: nullable(text(5)),
        city: nullable(text(80)),
        phone: nullable(text(30)),
        archived: flag(),
      },
      { unique: [['collectivite_id', 'name_key']] },
    );
    await createTable(
      runner,
      'menu_types',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        label: text(40),
        label_key: text(40),
        position: int('$ >= 0'),
      },
      { unique: [['collectivite_id', 'label_key']] },
    );
    await createTable(
      runner,
      'closures',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        site_id: nullable(belongsTo('sites')),
        from_date: day(),
        to_date: day(),
        reason: text(120),
        created_by: nullable(refersTo('accounts')),
        created_at: moment(),
      },
      { index: [['collectivite_id', 'from_date']], checks: ['from_date <= to_date'] },
    );
    await createTable(
      runner,
      'stored_files',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        name: text(200),
        media_type: text(100),
        size: int('$ >= 0'),
        digest: text(64),
        created_at: moment(),
      },
      { index: [['digest']] },
    );
    await createTable(
      runner,
      'audit_entries',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        account_id: nullable(refersTo('accounts')),
        at: moment(),
        action: text(80),
        subject: text(80),
        detail: nullable(longText()),
      },
      {
        index: [
          ['collectivite_id', 'subject'],
          ['collectivite_id', 'at'],
        ],
      },
    );
    /** Unbroken numbers: one row for each series of a collectivité in a year, locked while a number is given. */
    await createTable(
      runner,
      'number_series',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        series: text(20),
        year: int('$ BETWEEN 2000 AND 2200'),
        last_number: int('$ >= 0'),
      },
      { unique: [['collectivite_id', 'series', 'year']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
