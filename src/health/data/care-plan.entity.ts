import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Moment, Text } from '../../platform/database/columns.js';
import type { CarePlanState } from '../rules/care-plan.js';

/** The papers of a child's PAI, as a foyer sent them. */
@Entity('care_plans')
export class CarePlanRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() childId!: number;
  /** The foyer that sent it. */
  @IdOf() familyId!: number;
  @Text(8) state!: CarePlanState;
  /** 1 for the one in force, null for all others: a child has one. */
  @Int({ nullable: true }) inForce!: 1 | null;
  /** Last day, included; known once the mairie has read it. */
  @Day({ nullable: true }) validUntil!: Temporal.PlainDate | null;
  @IdOf() sentBy!: number;
  @Moment() sentAt!: Temporal.Instant;
  @IdOf({ nullable: true }) decidedBy!: number | null;
  @Moment({ nullable: true }) decidedAt!: Temporal.Instant | null;
  /** When the foyers were told that it would end. */
  @Moment({ nullable: true }) remindedAt!: Temporal.Instant | null;
}

/** A page or a document of it: its bytes are sealed, its name says nothing. */
@Entity('care_plan_files')
export class CarePlanFileRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() carePlanId!: number;
  /** What binds the sealed bytes to this row. */
  @Text(20) reference!: string;
  /** Null once it is erased. */
  @IdOf({ nullable: true }) fileId!: number | null;
}
