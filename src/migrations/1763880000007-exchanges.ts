import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  createTable,
  flag,
  id,
  longText,
  moment,
  nullable,
  oneOf,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** What the mairie tells families, and what they write to it. */
export class Exchanges1763880000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'articles',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        title: text(160),
        body: longText(),
        state: oneOf('DRAFT', 'PUBLISHED', 'WITHDRAWN'),
        visible_from: nullable(moment()),
        visible_until: nullable(moment()),
        published_at: nullable(moment()),
        created_by: nullable(refersTo('accounts')),
        created_at: moment(),
        updated_at: moment(),
      },
      {
        index: [['collectivite_id', 'state', 'visible_from']],
        checks: ['visible_from IS NULL OR visible_until IS NULL OR visible_from < visible_until'],
      },
    );
    await createTable(
      runner,
      'article_sites',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        article_id: belongsTo('articles'),
        site_id: belongsTo('sites'),
      },
      { unique: [['article_id', 'site_id']] },
    );
    await createTable(
      runner,
      'demandes',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        account_id: refersTo('accounts'),
        /** `D-2026-000012`, given at receipt and quoted in the acknowledgement (CRPA R. 112-11-1). */
        reference: text(30),
        category: oneOf('RESERVATION', 'BILLING', 'ABSENCE', 'DOCUMENT', 'OTHER'),
        subject: text(160),
        state: oneOf('RECEIVED', 'IN_PROGRESS', 'ANSWERED', 'CLOSED'),
        created_at: moment(),
        updated_at: moment(),
      },
      { unique: [['collectivite_id', 'reference']], index: [['family_id'], ['collectivite_id', 'state']] },
    );
    await createTable(
      runner,
      'demande_messages',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        demande_id: belongsTo('demandes'),
        author_id: refersTo('accounts'),
        from_mairie: flag(),
        body: longText(),
        written_at: moment(),
      },
      { index: [['demande_id']] },
    );
    await createTable(
      runner,
      'demande_attachments',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        message_id: belongsTo('demande_messages'),
        file_id: belongsTo('stored_files'),
      },
      { unique: [['message_id', 'file_id']] },
    );
    await createTable(
      runner,
      'family_documents',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        /** NULL: for every family of the collectivité (the règlement, a form). */
        family_id: nullable(belongsTo('families')),
        title: text(160),
        file_id: belongsTo('stored_files'),
        published_by: nullable(refersTo('accounts')),
        published_at: moment(),
        withdrawn_at: nullable(moment()),
      },
      { index: [['collectivite_id', 'family_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
