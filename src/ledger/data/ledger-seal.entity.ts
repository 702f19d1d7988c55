import { Entity } from 'typeorm';
import { Id, IdOf, Int, Text } from '../../platform/database/columns.js';

/** The seal of an entry. Written once: the engine refuses to change or delete it. */
@Entity('ledger_seals')
export class LedgerSealRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() entryId!: number;
  /** From 1, unbroken, in the order of posting. */
  @Int() chainRank!: number;
  /** Digest of `sealedText`. */
  @Text(43) digest!: string;
}
