import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsPositive } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import type { ChargeEvent } from '../../reglement/index.js';
import type { InvoiceState } from '../data/invoice.entity.js';
import { CreditNoteDetailsDto } from './credit-notes.dto.js';
import type { Settlement } from '../rules/settlement.js';

const STATES = ['waiting', 'settled'] as const;

export class InvoiceStateQuery extends PageQuery {
  /**
   * `waiting` : il reste quelque chose à payer, en retard ou non ; `settled` : plus rien. Les deux sans précision.
   * @example "waiting"
   */
  @IsOptional()
  @IsIn(STATES)
  state?: (typeof STATES)[number];
}

export class InvoicesQuery extends InvoiceStateQuery {
  /** Seulement celles de cette famille. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  familyId?: number;

  /** Seulement celles de cette campagne. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  runId?: number;

  @DayField({ optional: true, description: 'Émises ce jour ou après.' })
  issuedFrom?: Temporal.PlainDate;

  @DayField({ optional: true, description: 'Émises ce jour ou avant.' })
  issuedTo?: Temporal.PlainDate;
}

export class InvoiceDto {
  /** @example 57 */
  invoiceId!: number;

  /** Tel qu’il est imprimé. @example "F-2026-000123" */
  number!: string;

  familyId!: number;

  @DayField({ description: 'Premier jour facturé.' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Dernier jour facturé.' })
  to!: Temporal.PlainDate;

  @DayField()
  issuedOn!: Temporal.PlainDate;

  @DayField({ description: 'Dernier jour pour payer.' })
  dueOn!: Temporal.PlainDate;

  /** @example 4880 */
  totalCents!: number;

  /** Ce que des avoirs ont repris. @example 305 */
  creditedCents!: number;

  /** Reste à payer, lu dans la comptabilité. @example 4880 */
  openCents!: number;

  /**
   * `WAITING` (en attente), `PARTLY_PAID` (payée en partie), `LATE` (échéance passée, il reste à payer), `AT_TREASURY` (la
   * Trésorerie la recouvre : ce qui resterait dû à la régie ne s’y paie qu’ensuite) ou `SETTLED` (réglée).
   */
  settlement!: Settlement;

  /**
   * Le paiement en plusieurs fois convenu pour elle, tant qu’il est tenu : elle n’est alors en retard que d’une échéance
   * passée. Sinon `null`.
   * @example null
   */
  @ApiProperty({ type: Number, nullable: true })
  planId!: number | null;
}

export class InvoiceLineDto {
  /** @example "2026-09-03" */
  date!: string;

  event!: ChargeEvent;

  /** @example 305 */
  cents!: number;

  /** La garde comprise dans ce montant, seule comptée pour le crédit d’impôt ; `null` quand le tarif ne la distingue pas. @example 105 */
  @ApiProperty({ type: Number, nullable: true })
  careCents!: number | null;

  /** @example "Cantine, jeudi 3 septembre 2026" */
  label!: string;

  /** @example "réservé et présent" */
  reason!: string;

  /** Le chemin jusqu’au prix, une ligne de français par étape. */
  @ApiProperty({
    type: [String],
    example: ['quotient familial de 642,5 : tranche B (de 600 à moins de 800), 3,05 €', 'prix à l’unité : 3,05 €'],
  })
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

  /** La garde comprise dans ce montant, seule comptée pour le crédit d’impôt ; `null` quand le tarif ne la distingue pas. @example 1680 */
  @ApiProperty({ type: Number, nullable: true })
  careCents!: number | null;

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

  /** La garde comprise dans ce montant, seule comptée pour le crédit d’impôt ; `null` quand le tarif ne la distingue pas. @example 1680 */
  @ApiProperty({ type: Number, nullable: true })
  careCents!: number | null;

  /** Les jours qui coûtent le même prix pour la même raison, comme sur le PDF. */
  groups!: InvoiceGroupDto[];

  /** Jour par jour, avec tout le raisonnement. */
  lines!: InvoiceLineDto[];
}

export class InvoiceDetailsDto extends InvoiceDto {
  children!: InvoiceChildDto[];

  /** Les avoirs établis sur cette facture, le dernier d’abord. La facture elle-même n’est jamais modifiée. */
  creditNotes!: CreditNoteDetailsDto[];
}

export class CheckedInvoiceDto {
  invoiceId!: number;
  state!: InvoiceState;
  familyId!: number;
  totalCents!: number;
  children!: InvoiceChildDto[];
}
