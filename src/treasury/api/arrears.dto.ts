import { IsOptional } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';
import type { Age } from '../rules/arrears.js';

export class ArrearsQuery {
  /** The day at the end of which one looks; today unless told. */
  @IsOptional()
  @DayField({ optional: true })
  at?: Temporal.PlainDate;
}

export class AgeTotalDto {
  /** @example "DAYS_31_60" */
  age!: Age;

  /** @example "31 à 60 jours" */
  label!: string;

  /**
   * Number of invoices.
   * @example 4
   */
  invoices!: number;

  /**
   * What remains due, in cents.
   * @example 21840
   */
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

  /**
   * What remains due, in cents.
   * @example 4800
   */
  openCents!: number;

  /**
   * Days since the due date; zero or less when it is not past.
   * @example 31
   */
  daysLate!: number;

  /** @example "DAYS_31_60" */
  age!: Age;
}

/** Restes à recouvrer at a date: each invoice that is not settled, and the totals by age. */
export class ArrearsDto {
  @DayField()
  at!: Temporal.PlainDate;

  /**
   * What is past its due date, in cents.
   * @example 31440
   */
  lateCents!: number;

  /**
   * What is open, late or not, in cents: the balance of the families' accounts in the ledger.
   * @example 52000
   */
  openCents!: number;

  byAge!: AgeTotalDto[];

  /** La plus anciennement due d’abord. */
  lines!: ArrearsLineDto[];
}
