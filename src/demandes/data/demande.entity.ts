import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Flag, Id, IdOf, LongText, Moment, Text } from '../../platform/database/columns.js';
import type { DemandeCategory, DemandeState } from '../rules/demande-state.js';

/** A conversation of one family with the mairie. It belongs to that family: another foyer of a child never sees it. */
@Entity('demandes')
export class DemandeRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  /** The adult who opened it, and is written to. */
  @IdOf() accountId!: number;
  /** `D-2026-000012`: unbroken in the collectivité and the year. */
  @Text(30) reference!: string;
  @Text(11) category!: DemandeCategory;
  @Text(160) subject!: string;
  @Text(11) state!: DemandeState;
  /** The days it is about, both included; null together where it is about none. */
  @Day({ nullable: true }) fromDate!: Temporal.PlainDate | null;
  @Day({ nullable: true }) toDate!: Temporal.PlainDate | null;
  /** When it was received: the date of the acknowledgement. */
  @Moment() createdAt!: Temporal.Instant;
  @Moment() updatedAt!: Temporal.Instant;
}

/** A child that a demande is about. */
@Entity('demande_children')
export class DemandeChildRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() demandeId!: number;
  @IdOf() childId!: number;
}

@Entity('demande_messages')
export class DemandeMessageRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() demandeId!: number;
  @IdOf() authorId!: number;
  @Flag() fromMairie!: boolean;
  @LongText() body!: string;
  @Moment() writtenAt!: Temporal.Instant;
}

@Entity('demande_attachments')
export class DemandeAttachmentRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() messageId!: number;
  @IdOf() fileId!: number;
}

/** Up to which message an adult has read a demande. */
@Entity('demande_readings')
export class DemandeReadingRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() accountId!: number;
  @IdOf() demandeId!: number;
  @IdOf() messageId!: number;
}
