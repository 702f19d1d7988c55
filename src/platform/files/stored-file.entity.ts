import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Int, Moment, Text } from '../database/columns.js';

@Entity('stored_files')
export class StoredFile {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  /** Name shown to people; never a path. */
  @Text(200) name!: string;
  @Text(100) mediaType!: string;
  /** Bytes. */
  @Int() size!: number;
  /** SHA-256 of the content in hexadecimal: also where the bytes lie. */
  @Text(64) digest!: string;
  @Moment() createdAt!: Temporal.Instant;
}
