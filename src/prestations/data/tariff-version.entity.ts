import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Json, Moment } from '../../platform/database/columns.js';
import type { FirstGrid, Tariff } from '../../reglement/index.js';

/** One dated version of a prestation's prices; both dates included, `toDate` null while it has no end. */
@Entity('tariffs')
export class TariffVersionRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() prestationId!: number;
  @Day() fromDate!: Temporal.PlainDate;
  @Day({ nullable: true }) toDate!: Temporal.PlainDate | null;
  /** Read it with `storedTariff`. */
  @Json() grid!: Tariff | FirstGrid;
  @IdOf({ nullable: true }) createdBy!: number | null;
  @Moment() createdAt!: Temporal.Instant;
}
