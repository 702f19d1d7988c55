import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';
import type { ArrearsAsked } from '../actions/report-arrears.js';
import { type Age, type Channel, CHANNELS, debtOf } from '../rules/arrears.js';
import { FunctionFilter, IdFilter, NatureFilter, YearFilter } from './filter-fields.js';

export class ArrearsQuery {
  /** Le jour à la fin duquel on regarde ; aujourd’hui sans précision. */
  @IsOptional()
  @DayField({ optional: true })
  at?: Temporal.PlainDate;

  @ApiPropertyOptional({
    enum: CHANNELS,
    enumName: 'Channel',
    description: 'Seulement ce que recouvre la régie, ou le comptable public ; les deux sans précision.',
  })
  @IsOptional()
  @IsIn(CHANNELS)
  channel?: Channel;

  @IdFilter('Seulement cette prestation.', 3)
  prestationId?: number;

  @NatureFilter('Seulement cette nature M57 (article).')
  nature?: string;

  @FunctionFilter('Seulement cette fonction M57 ; `-` pour ce qui n’en a pas.')
  function?: string;

  @YearFilter('Seulement les factures de cet exercice.')
  year?: number;

  @IdFilter('Seulement cette famille.', 12)
  familyId?: number;
}

export function arrearsAskedOf({ at, channel, ...asked }: ArrearsQuery): ArrearsAsked {
  const { prestationId, nature, function: fonction, year, familyId } = asked;
  return {
    ...(at && { at }),
    ...(channel && { debt: debtOf(channel) }),
    ...(prestationId !== undefined && { prestationId }),
    ...(nature !== undefined && { nature }),
    ...(fonction !== undefined && { function: fonction }),
    ...(year !== undefined && { year }),
    ...(familyId !== undefined && { familyId }),
  };
}

export class ChannelTotalDto {
  @ApiProperty({ enum: CHANNELS, enumName: 'Channel', example: 'REGIE' })
  channel!: Channel;

  /** @example "régie" */
  label!: string;

  /** Nombre de factures. @example 4 */
  invoices!: number;

  /** Ce qui reste dû, en centimes. @example 21840 */
  cents!: number;

  /** Les écritures qui le font. @example "/api/v1/collectivites/1/ledger-entries?account=FAMILY&to=2026-11-26" */
  entries!: string;
}

export class ProductDebtDto {
  /** L’exercice des factures. @example 2026 */
  year!: number;

  @ApiProperty({ enum: CHANNELS, enumName: 'Channel', example: 'REGIE' })
  channel!: Channel;

  /** @example 3 */
  prestationId!: number;

  /** @example "Cantine – École Jean-Moulin" */
  label!: string;

  /** Nature M57 (article). @example "7067" */
  nature!: string;

  /** Fonction M57. @example "281" */
  function!: string | null;

  /** Nombre de factures. @example 4 */
  invoices!: number;

  /** Ce qui reste dû, en centimes. @example 21840 */
  cents!: number;

  /** Les écritures qui le font. @example "/api/v1/collectivites/1/ledger-entries?account=FAMILY&to=2026-11-26" */
  entries!: string;
}

export class AgeTotalDto {
  /** @example "DAYS_31_60" */
  age!: Age;

  /** @example "31 à 60 jours" */
  label!: string;

  /** Nombre de factures. @example 4 */
  invoices!: number;

  /** Ce qui reste dû, en centimes. @example 21840 */
  cents!: number;
}

export class ArrearsLineDto {
  /** @example 31 */
  invoiceId!: number;

  /** @example "F-2026-000031" */
  number!: string;

  /** @example 12 */
  familyId!: number;

  /** @example "DURAND" */
  familyName!: string;

  @DayField()
  issuedOn!: Temporal.PlainDate;

  @DayField()
  dueOn!: Temporal.PlainDate;

  @ApiProperty({ enum: CHANNELS, enumName: 'Channel', example: 'REGIE' })
  channel!: Channel;

  /** Ce qui a été demandé dans ce canal, en centimes. @example 9600 */
  invoicedCents!: number;

  /** Ce qui en est réglé, crédité ou abandonné, en centimes. @example 4800 */
  settledCents!: number;

  /** Ce qui en est abandonné (non-valeur, remise), en centimes. @example 0 */
  writtenOffCents!: number;

  /** Ce qui reste dû, en centimes. @example 4800 */
  openCents!: number;

  /** Les écritures qui font ce reste. @example "/api/v1/collectivites/1/ledger-entries?invoiceId=31&account=FAMILY&to=2026-11-26" */
  entries!: string;

  /** Le paiement en plusieurs fois convenu pour elle, tant qu’il est tenu ; sinon `null`. @example null */
  @ApiProperty({ type: Number, nullable: true })
  planId!: number | null;

  /** Jours depuis l’échéance, ou depuis celle du paiement en plusieurs fois ; zéro ou moins quand elle n’est pas passée. @example 31 */
  daysLate!: number;

  /** @example "DAYS_31_60" */
  age!: Age;

  /** Étapes de relance déjà faites. @example 2 */
  reminders!: number;

  /** Le numéro de la pièce à la Trésorerie, tant que le comptable la recouvre : la dette d’un article de rôle, ou l’exercice et le titre (`2026-31`). */
  @ApiProperty({ type: String, nullable: true, example: '2026000031' })
  titre!: string | null;
}

/** Restes à recouvrer at a date: each invoice that is not settled, and the totals by age. */
export class ArrearsDto {
  @DayField()
  at!: Temporal.PlainDate;

  /** Ce dont l’échéance est passée, en centimes. @example 31440 */
  lateCents!: number;

  /**
   * Ce qui reste ouvert, en retard ou non, en centimes : le solde des comptes des familles en comptabilité.
   * @example 52000
   */
  openCents!: number;

  byAge!: AgeTotalDto[];

  /** Par canal : la régie, le comptable public. */
  byChannel!: ChannelTotalDto[];

  /** Par exercice, canal et produit. */
  byProduct!: ProductDebtDto[];

  /** La plus anciennement due d’abord. */
  lines!: ArrearsLineDto[];
}
