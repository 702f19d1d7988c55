import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';
import type { Age } from '../rules/arrears.js';

export class ArrearsQuery {
  /** Le jour à la fin duquel on regarde ; aujourd’hui sans précision. */
  @IsOptional()
  @DayField({ optional: true })
  at?: Temporal.PlainDate;
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

  /** En centimes. @example 9600 */
  invoicedCents!: number;

  /** En centimes. @example 4800 */
  settledCents!: number;

  /** Ce qui reste dû, en centimes. @example 4800 */
  openCents!: number;

  /** Le paiement en plusieurs fois convenu pour elle, tant qu’il est tenu ; sinon `null`. @example null */
  @ApiProperty({ type: Number, nullable: true })
  planId!: number | null;

  /** Jours depuis l’échéance, ou depuis celle du paiement en plusieurs fois ; zéro ou moins quand elle n’est pas passée. @example 31 */
  daysLate!: number;

  /** @example "DAYS_31_60" */
  age!: Age;
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

  /** La plus anciennement due d’abord. */
  lines!: ArrearsLineDto[];
}
