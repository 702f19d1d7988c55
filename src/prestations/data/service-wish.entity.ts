import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** A prestation that a family asked for, in the words of the mairie's export; kept until one of that name exists. */
@Entity('service_wishes')
export class ServiceWishRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() childId!: number;
  @Text(60) label!: string;
  @Text(60) labelKey!: string;
  @Moment() createdAt!: Temporal.Instant;
}
