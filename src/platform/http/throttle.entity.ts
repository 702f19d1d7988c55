import { Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Int, Moment } from '../database/columns.js';

@Entity('throttles')
export class ThrottleBucket {
  @PrimaryColumn({ type: 'varchar', length: 64 }) bucket!: string;
  @Moment() startedAt!: Temporal.Instant;
  @Int() tries!: number;
}
