import { ApiProperty } from '@nestjs/swagger';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';

export class HeadcountsQuery {
  @DayField({ description: 'Jour de service.' })
  date!: Temporal.PlainDate;
}

export class MenuCountDto {
  menuTypeId!: number;
  /** @example "Sans porc" */
  label!: string;
  /** @example 12 */
  children!: number;
}

export class SupplementCountDto {
  /** @example "Goûter" */
  label!: string;
  /** @example 9 */
  children!: number;
}

export class HeadcountDto {
  sessionId!: number;
  prestationId!: number;
  /** @example "Cantine" */
  prestationName!: string;
  siteId!: number;
  /** @example "École Jean-Moulin" */
  siteName!: string;
  @DayField()
  date!: Temporal.PlainDate;
  /** Si ses effectifs partent à une cuisine. */
  ordersMeals!: boolean;
  places!: number;
  @MomentField({ description: 'Premier instant où la réservation est refusée.' })
  addClosesAt!: Temporal.Instant;
  @MomentField({ description: 'Premier instant où l’annulation est refusée.' })
  cancelClosesAt!: Temporal.Instant;
  @MomentField({ optional: true, description: 'Quand il a été figé ; `null` tant qu’il bouge encore.' })
  frozenAt!: Temporal.Instant | null;
  /** Pourquoi la mairie a annulé la séance ; `null` quand elle a lieu. @example "Grève nationale" */
  @ApiProperty({ type: String, nullable: true })
  calledOffReason!: string | null;
  /** L’effectif figé, ou celui de maintenant tant qu’il bouge encore. */
  children!: number;
  /** Par type de menu ; ceux que personne ne mange sont omis. */
  @ApiProperty({ type: [MenuCountDto] })
  byMenuType!: readonly MenuCountDto[];
  /** Par supplément, tels qu’ils sont réservés à cet instant. */
  @ApiProperty({ type: [SupplementCountDto] })
  bySupplement!: readonly SupplementCountDto[];
  /** Réservations à cet instant : diffère d’un effectif figé quand la mairie a agi hors délai. */
  reservedNow!: number;
}
