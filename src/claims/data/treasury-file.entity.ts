import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Int, Json, Moment, Text } from '../../platform/database/columns.js';
import type { FileKind, FileState, FileSummary } from '../rules/file-summary.js';

/** A file that the Trésorerie sent, and what it said. */
@Entity('treasury_files')
export class TreasuryFileRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Text(6) kind!: FileKind;
  /** SHA-256: the same file received again is the same file. */
  @Text(64) digest!: string;
  @IdOf() fileId!: number;
  @Text(8) state!: FileState;
  /** Pieces that were read, whatever they said. */
  @Int() piecesRead!: number;
  /** Of its bytes. */
  @Int() percentRead!: number;
  /** Of what was read. */
  @Json({ nullable: true }) summary!: FileSummary | null;
  @IdOf({ nullable: true }) receivedBy!: number | null;
  @Moment() receivedAt!: Temporal.Instant;
}
