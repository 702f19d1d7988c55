import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, Typed } from '../../platform/http/fields.js';
import type { PlanState } from '../actions/find-plans.js';
import { MOST_INSTALMENTS } from '../rules/plan.js';
import type { InstalmentState } from '../rules/progress.js';

const MOST_CENTS = 100_000_000;

export class InstalmentToAgreeDto {
  @DayField({ description: 'Dernier jour pour payer cette échéance.' })
  dueOn!: Temporal.PlainDate;

  /** En centimes. @example 4000 */
  @IsInt()
  @Min(1)
  @Max(MOST_CENTS)
  cents!: number;
}

export class AgreePlanDto {
  /** @example 12 */
  @IsInt()
  @Min(1)
  familyId!: number;

  /** Les factures à payer en plusieurs fois : elles attendent un paiement à la régie. @example [31] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  invoiceIds!: number[];

  /** Dans l’ordre des dates ; leur somme est ce qui reste dû sur ces factures. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_INSTALMENTS)
  @ValidateNested({ each: true })
  @Type(() => InstalmentToAgreeDto)
  instalments!: InstalmentToAgreeDto[];

  /** Pour la mairie ; la famille ne la voit pas. @example "Vue au guichet le 26 novembre" */
  @IsOptional()
  @Typed({ max: 500 })
  note?: string | null;
}

export class EndPlanDto {
  /** Dite à la famille. @example "Vous nous avez demandé de revoir les dates." */
  @IsOptional()
  @Typed({ max: 500, multiline: true })
  reason?: string | null;
}

export class InstalmentDto {
  @DayField({ description: 'Dernier jour pour payer cette échéance.' })
  dueOn!: Temporal.PlainDate;

  /** En centimes. @example 4000 */
  cents!: number;

  /** Ce qui en est payé, d’après la comptabilité, en centimes. @example 1500 */
  paidCents!: number;

  /** `PAID` (payée), `PARTLY_PAID` (en partie), `TO_COME` (à venir) ou `LATE` (sa date est passée). */
  state!: InstalmentState;
}

export class PlanInvoiceDto {
  /** @example 31 */
  invoiceId!: number;

  /** @example "F-2026-000031" */
  number!: string;

  /** Ce qui en était dû quand l’échéancier a été convenu, en centimes. @example 12000 */
  agreedCents!: number;
}

/** A debt paid in several times, and where it stands. */
export class PlanDto {
  /** @example 3 */
  planId!: number;

  /** @example 12 */
  familyId!: number;

  /** `HELD` (tenu), `LATE` (une échéance est passée), `PAID` (tout est payé) ou `ENDED` (il y a été mis fin). */
  state!: PlanState;

  @DayField()
  agreedOn!: Temporal.PlainDate;

  /** En centimes. @example 12000 */
  totalCents!: number;

  /** En centimes. @example 4000 */
  paidCents!: number;

  /** Ce dont la date est passée, en centimes. @example 0 */
  lateCents!: number;

  @DayField({ optional: true, description: 'La première échéance qui n’est pas payée ; `null` quand tout l’est.' })
  nextDueOn!: Temporal.PlainDate | null;

  @DayField({ optional: true, description: 'Le jour où il y a été mis fin, sinon `null`.' })
  endedOn!: Temporal.PlainDate | null;

  /** Dite à la famille ; `null` tant qu’il est tenu. @example "Vous nous avez demandé de revoir les dates." */
  endReason!: string | null;

  invoices!: PlanInvoiceDto[];

  instalments!: InstalmentDto[];
}

export class PlanForStaffDto extends PlanDto {
  /** @example "DURAND" */
  familyName!: string;

  /** @example "Vue au guichet le 26 novembre" */
  note!: string | null;
}

export class PlanSettingsDto {
  /** Jours après lesquels une échéance manquée est signalée à la famille et à la mairie. @example 5 */
  @IsInt()
  @Min(0)
  @Max(60)
  tellAfterDays!: number;

  /** Jours de retard après lesquels l’échéancier prend fin de lui-même ; `null` : seule la mairie y met fin. @example 30 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  endAfterDays!: number | null;
}
