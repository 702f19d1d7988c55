import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsPositive } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import type { ChargeEvent } from '../../reglement/index.js';
import type { InvoiceState } from '../data/invoice.entity.js';
import type { Settlement } from '../rules/settlement.js';

const STATES = ['waiting', 'settled'] as const;

export class InvoiceStateQuery {
  /**
   * `waiting`: something is still due, late or not; `settled`: nothing is. Both unless told.
   * @example "waiting"
   */
  @IsOptional()
  @IsIn(STATES)
  state?: (typeof STATES)[number];
}

export class InvoicesQuery extends PageQuery {
  /**
   * `waiting`: something is still due, late or not; `settled`: nothing is. Both unless told.
   * @example "waiting"
   */
  @IsOptional()
  @IsIn(STATES)
  state?: (typeof STATES)[number];

  /** Only those of this family. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  familyId?: number;

  /** Only those of this run. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  runId?: number;

  @DayField({ optional: true, description: 'Issued on this day or later.' })
  issuedFrom?: Temporal.PlainDate;

  @DayField({ optional: true, description: 'Issued on this day or earlier.' })
  issuedTo?: Temporal.PlainDate;
}

export class InvoiceDto {
  /** @example 57 */
  invoiceId!: number;

  /**
   * As printed.
   * @example "F-2026-000123"
   */
  number!: string;

  familyId!: number;

  @DayField({ description: 'First day billed.' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Last day billed.' })
  to!: Temporal.PlainDate;

  @DayField()
  issuedOn!: Temporal.PlainDate;

  @DayField({ description: 'Last day to pay.' })
  dueOn!: Temporal.PlainDate;

  /** @example 4880 */
  totalCents!: number;

  /**
   * Still to be paid, read from the accounts.
   * @example 4880
   */
  openCents!: number;

  /** WAITING, PARTLY_PAID, LATE (due date passed, something still due) or SETTLED. */
  settlement!: Settlement;
}

export class InvoiceLineDto {
  /** @example "2026-09-03" */
  date!: string;

  event!: ChargeEvent;

  /** @example 305 */
  cents!: number;

  /** @example "Cantine, jeudi 3 septembre 2026" */
  label!: string;

  /** @example "réservé et présent" */
  reason!: string;

  /** The way to the price, one French line per step. */
  @ApiProperty({ type: [String], example: ['QF 642,5 → tranche B [600 ; 800[', 'prix à l’unité : 3,05 €'] })
  explanation!: readonly string[];
}

export class InvoiceGroupDto {
  prestationId!: number;

  /** @example "Cantine" */
  prestation!: string;

  event!: ChargeEvent;

  /** @example 305 */
  unitCents!: number;

  /** @example 4880 */
  cents!: number;

  /** @example "Quotient familial 642,5 : tranche B" */
  why!: string;

  /** @example ["2026-09-01", "2026-09-03"] */
  @ApiProperty({ type: [String], format: 'date', example: ['2026-09-01', '2026-09-03'] })
  dates!: readonly string[];
}

export class InvoiceChildDto {
  childId!: number;

  /** @example "Zoé DURAND" */
  name!: string;

  cents!: number;

  /** Days that cost the same for the same reason, as the PDF shows them. */
  groups!: InvoiceGroupDto[];

  /** Day by day, with the whole reasoning. */
  lines!: InvoiceLineDto[];
}

export class InvoiceDetailsDto extends InvoiceDto {
  children!: InvoiceChildDto[];
}

export class CheckedInvoiceDto {
  invoiceId!: number;
  state!: InvoiceState;
  familyId!: number;
  totalCents!: number;
  children!: InvoiceChildDto[];
}
