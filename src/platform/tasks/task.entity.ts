import { Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Int, Moment, Text } from '../database/columns.js';

/** A scheduled task: who runs it until when, and how the last run went. */
@Entity('tasks')
export class Task {
  @PrimaryColumn({ type: 'varchar', length: 60 }) name!: string;
  @Moment({ nullable: true }) leasedUntil!: Temporal.Instant | null;
  /** Grows with each lease: what an older holder still writes is refused. */
  @Int() fence!: number;
  @Moment({ nullable: true }) lastRunAt!: Temporal.Instant | null;
  @Text(500, { nullable: true }) lastResult!: string | null;
}
