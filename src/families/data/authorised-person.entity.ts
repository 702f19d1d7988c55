import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Text } from '../../platform/database/columns.js';
import type { PersonState } from '../rules/person.js';

/** Somebody who may fetch a child, named by one of its foyers: the other foyer never sees whom this one names. */
@Entity('authorised_persons')
export class AuthorisedPersonRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  @IdOf() childId!: number;
  @Text(60) lastName!: string;
  @Text(60) firstName!: string;
  /** As `personKey` writes it; unique for a foyer and a child. */
  @Text(140) nameKey!: string;
  /** In the parent's words: « grand-mère ». */
  @Text(40) relation!: string;
  @Text(30) phone!: string;
  @Text(9) state!: PersonState;
  @IdOf() proposedBy!: number;
  @Moment() proposedAt!: Temporal.Instant;
  @IdOf({ nullable: true }) decidedBy!: number | null;
  @Moment({ nullable: true }) decidedAt!: Temporal.Instant | null;
}
