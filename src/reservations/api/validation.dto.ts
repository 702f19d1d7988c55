import { ApiProperty } from '@nestjs/swagger';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import { RefusalDto } from './refusal.dto.js';

export class DecidedLineDto {
  sessionId!: number;
  childId!: number;
  /** @example "Léa Moreau" */
  childName!: string;
  prestationId!: number;
  /** @example "Cantine" */
  prestationName!: string;
  /** @example "École Jean-Moulin" */
  siteName!: string;
  @DayField()
  date!: Temporal.PlainDate;
  @ApiProperty({ enum: ['ACCEPTED', 'REFUSED'] })
  outcome!: 'ACCEPTED' | 'REFUSED';
  @ApiProperty({ type: Number, nullable: true })
  reservationId!: number | null;
  /** Le prix promis, en centimes, quand la ligne est acceptée. @example 350 */
  @ApiProperty({ type: Number, nullable: true })
  unitCents!: number | null;
  /** Le forfait qui comprend ce jour, dû une seule fois pour sa période ; `null` sans forfait. @example "45,00 € par mois" */
  @ApiProperty({ type: String, nullable: true })
  forfait!: string | null;
  @ApiProperty({ type: RefusalDto, nullable: true })
  refusal!: RefusalDto | null;
}

export class ValidationDto {
  id!: number;
  @MomentField({ description: 'L’instant qui a décidé.' })
  validatedAt!: Temporal.Instant;
  accepted!: number;
  refused!: number;
  /** Somme des prix promis, en centimes, sans les forfaits que disent les lignes. */
  cents!: number;
  /** @example "147 jours réservés, 3 refusés : complet le 26 novembre 2026." */
  sentence!: string;
  /** Par date. */
  @ApiProperty({ type: [DecidedLineDto] })
  lines!: readonly DecidedLineDto[];
}
