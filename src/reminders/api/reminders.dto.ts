import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsPositive, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import type { Channel } from '../data/reminder.entity.js';
import type { Step } from '../rules/steps.js';

export class ReminderSettingsDto {
  /** Jours après la date limite de paiement ; `null` : pas de premier message. @example 7 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  firstMailDays!: number | null;

  /** Jours après la date limite ; `null` : pas de second message. @example 21 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  secondMailDays!: number | null;

  /** Jours après la date limite ; `null` : pas de lettre. @example 35 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  letterDays!: number | null;

  /** Jours après lesquels un titre est proposé à la Trésorerie ; `null` : jamais proposé. @example 60 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  transferDays!: number | null;

  /** Une famille en retard de moins que cela n’est pas relancée, en centimes. @example 500 */
  @IsInt()
  @Min(0)
  @Max(100_000)
  leastCents!: number;

  /** Qui aide les familles en difficulté, dit dans chaque message. @example "CCAS de Valmont, 04 67 00 00 01" */
  @IsOptional()
  @Typed({ max: 200 })
  helpContact!: string | null;
}

export class RemindersQuery extends PageQuery {
  /** Seulement celles de cette famille. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  familyId?: number;

  /** Seulement celles qui citent cette facture. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  invoiceId?: number;
}

export class RemindedInvoiceDto {
  /** @example 31 */
  invoiceId!: number;

  /** @example "F-2026-000031" */
  number!: string;

  @DayField()
  dueOn!: Temporal.PlainDate;

  /** Ce qui en restait à payer ce jour-là, en centimes. @example 9600 */
  openCents!: number;

  /** L’étape de cette facture ; `null` quand elle est seulement rappelée. @example "FIRST_MAIL" */
  step!: Step | null;
}

/** What a family was told about its late invoices. */
export class ReminderDto {
  /** @example 8 */
  reminderId!: number;

  /** @example 12 */
  familyId!: number;

  /**
   * `FIRST_MAIL` (premier message), `SECOND_MAIL` (second message), `LETTER` (lettre) ou `TRANSFER` (titre proposé à la
   * Trésorerie).
   */
  step!: Step;

  /** `MAIL` (courriel), `LETTER` (lettre à imprimer) ou `NONE` (rien n’est envoyé). */
  channel!: Channel;

  @DayField()
  on!: Temporal.PlainDate;

  @DayField({ optional: true, description: 'Le jour où la lettre a été imprimée, ou laissée car tout était réglé.' })
  letterDoneOn!: Temporal.PlainDate | null;

  /** Ce qui était en retard, en centimes. @example 9600 */
  totalCents!: number;

  invoices!: RemindedInvoiceDto[];
}

export class LetterRunDto {
  /** @example 2 */
  letterRunId!: number;

  @DayField()
  on!: Temporal.PlainDate;

  /** @example 14 */
  letters!: number;
}

export class LetterRunsDto {
  /** Lettres qui attendent d’être imprimées. @example 3 */
  waiting!: number;

  /** Les 100 dernières impressions, la dernière d’abord. */
  runs!: LetterRunDto[];
}

export class TransferProposalDto {
  /** @example 12 */
  familyId!: number;

  /** @example 31 */
  invoiceId!: number;

  /** @example "F-2026-000031" */
  number!: string;

  @DayField()
  dueOn!: Temporal.PlainDate;

  /** En centimes. @example 9600 */
  openCents!: number;

  @DayField()
  proposedOn!: Temporal.PlainDate;
}
