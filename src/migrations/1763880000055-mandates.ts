import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  createTable,
  day,
  flag,
  id,
  int,
  moment,
  nullable,
  oneOf,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** How a collectivité debits, and the mandates that families signed. */
export class Mandates1763880000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'sepa_settings',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        /** Whether families may sign mandates. */
        offered: flag(),
        mode: oneOf('TITRE', 'REGIE_DFT'),
        ics: text(13),
        creditor_name: text(70),
        mandate_prefix: text(12),
        notice_days: int('$ BETWEEN 1 AND 60'),
        first_sequence: oneOf('FRST', 'RCUR'),
        pain_version: oneOf('pain.008.001.02', 'pain.008.001.08'),
        /** What follows is of the DFT account of a régie; NULL: debits are the Trésor's. */
        dft_service: nullable(text(10)),
        ddfip_codique: nullable(text(6)),
        ddfip_name: nullable(text(70)),
        ddfip_street: nullable(text(70)),
        ddfip_postal_code: nullable(text(5)),
        ddfip_city: nullable(text(35)),
        credited_iban: nullable(text(34)),
        credited_bic: nullable(text(11)),
        dft_iban: nullable(text(34)),
        changed_by: nullable(refersTo('accounts')),
        changed_at: moment(),
      },
      {
        unique: [['collectivite_id']],
        checks: [
          "mode = 'TITRE' OR (dft_service IS NOT NULL AND ddfip_codique IS NOT NULL AND ddfip_name IS NOT NULL AND credited_iban IS NOT NULL AND credited_bic IS NOT NULL AND dft_iban IS NOT NULL)",
          '(ddfip_city IS NULL) = (ddfip_postal_code IS NULL)',
        ],
      },
    );
    await createTable(
      runner,
      'mandates',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        family_id: belongsTo('families'),
        /** The adult whose account it is, as the mairie knows them. */
        guardian_id: belongsTo('guardians'),
        /** Names the row to what is sealed in it. */
        reference: text(36),
        rum: text(35),
        state: oneOf('ACTIVE', 'SUSPENDED', 'REVOKED', 'REPLACED'),
        /** 1 while it is the mandate of the family, NULL afterwards. */
        living: nullable(int('$ = 1')),
        /** Sealed: IBAN, BIC, holder. */
        account: text(800),
        masked_iban: text(20),
        origin: oneOf('ONLINE', 'PAPER'),
        signed_on: day(),
        /** Of a signature online: who, when, what was shown. */
        signed_by: nullable(refersTo('accounts')),
        signed_at: nullable(moment()),
        text_version: nullable(text(20)),
        text_digest: nullable(text(64)),
        pdf_file_id: nullable(belongsTo('stored_files')),
        /** Sealed as well: the paper shows the account. */
        scan_file_id: nullable(belongsTo('stored_files')),
        recorded_by: nullable(refersTo('accounts')),
        recorded_at: moment(),
        last_used_on: nullable(day()),
        suspended_reason: nullable(text(4)),
        ended_at: nullable(moment()),
        ended_by: nullable(refersTo('accounts')),
      },
      {
        unique: [
          ['collectivite_id', 'rum'],
          ['collectivite_id', 'family_id', 'living'],
        ],
        index: [['family_id'], ['guardian_id']],
        checks: [
          "(living IS NOT NULL) = (state IN ('ACTIVE', 'SUSPENDED'))",
          '(living IS NULL) = (ended_at IS NOT NULL)',
          "(state = 'SUSPENDED') = (suspended_reason IS NOT NULL)",
          "origin = 'PAPER' OR (signed_by IS NOT NULL AND signed_at IS NOT NULL AND text_version IS NOT NULL AND text_digest IS NOT NULL)",
        ],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
