import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** A family that other deadlines hold for, on proof: parents whose shifts are told late, for instance. */
@Entity('family_waivers')
export class FamilyWaiverRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  /** Which waiver of the policies it has. */
  @Text(30) kind!: string;
  /** Days of service, both included. */
  @Day() fromDate!: Temporal.PlainDate;
  @Day() toDate!: Temporal.PlainDate;
  /** What was shown to the mairie. */
  @Text(120) proof!: string;
  @IdOf({ nullable: true }) grantedBy!: number | null;
  @Moment() grantedAt!: Temporal.Instant;
  @IdOf({ nullable: true }) endedBy!: number | null;
  @Moment({ nullable: true }) endedAt!: Temporal.Instant | null;
}
