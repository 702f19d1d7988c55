import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import type { DebtKind } from '../../ledger/index.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { WRITE_OFF_KINDS, type WriteOffKind } from '../rules/write-off.js';
import { SettledPartDto } from './payments.dto.js';

export class ToGiveUpDto {
  /** @example 31 */
  @IsInt()
  @Min(1)
  invoiceId!: number;

  /** En centimes ; tout ce qui reste à payer de la facture sans précision. @example 4200 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  cents?: number;
}

export class WriteOffDebtDto {
  /** @example 12 */
  @IsInt()
  @Min(1)
  familyId!: number;

  /**
   * `UNCOLLECTABLE` (admission en non-valeur), `EXTINGUISHED` (créance éteinte : surendettement, liquidation),
   * `REMISSION` (remise gracieuse, dont la famille est prévenue).
   * @example "REMISSION"
   */
  @IsIn(WRITE_OFF_KINDS)
  kind!: WriteOffKind;

  /** Les factures, toutes dues à la régie ou toutes à la Trésorerie. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ToGiveUpDto)
  invoices!: ToGiveUpDto[];

  /** La délibération, le jugement ou la liste du comptable. @example "délibération 2026-112" */
  @Typed({ max: 120 })
  decisionReference!: string;

  /** Le jour de la décision : aujourd’hui au plus tard. */
  @DayField()
  decidedOn!: Temporal.PlainDate;

  /** Précision imprimée sur le papier. @example "Dossier du CCAS" */
  @IsOptional()
  @Typed({ max: 200 })
  note?: string | null;
}

export class WriteOffsQuery extends PageQuery {
  /** D’une seule famille. @example 12 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  familyId?: number;
}

export class ReverseWriteOffDto {
  /** Pourquoi cette décision est annulée ; imprimé sur son papier. @example "Saisie sur la mauvaise famille" */
  @Typed({ max: 200 })
  note!: string;
}

export class WriteOffCancelledDto {
  /** Le jour pour lequel l’annulation compte en comptabilité. */
  @DayField()
  on!: Temporal.PlainDate;

  /** @example "Saisie sur la mauvaise famille" */
  note!: string;
}

export class WriteOffDto {
  /** @example 2 */
  id!: number;

  /** Sans rupture dans l’année. @example "NV-2026-000002" */
  number!: string;

  /** @example 12 */
  familyId!: number;

  /** @example "DURAND" */
  familyName!: string;

  /** @example "REMISSION" */
  kind!: WriteOffKind;

  /** @example "remise gracieuse" */
  kindLabel!: string;

  /** Nature de la dépense qui la supporte. @example "6577" */
  nature!: string;

  /** `FAMILY` : la dette était à la régie ; `CLAIM` : à la Trésorerie. @example "FAMILY" */
  debt!: DebtKind;

  /** @example "délibération 2026-112" */
  decisionReference!: string;

  @DayField()
  decidedOn!: Temporal.PlainDate;

  /** Le jour pour lequel il compte en comptabilité : celui de son enregistrement. */
  @DayField()
  accountedOn!: Temporal.PlainDate;

  /** @example "Dossier du CCAS" */
  note!: string | null;

  /** Ce qui n’est plus dû, par facture et prestation. */
  parts!: SettledPartDto[];

  /** En centimes. @example 4200 */
  cents!: number;

  /** Ce que la famille devait encore ensuite, au même endroit, en centimes. @example 0 */
  stillDueCents!: number;

  @MomentField()
  madeAt!: Temporal.Instant;

  /** `null` tant que la décision tient ; annulée, elle garde son numéro et la dette est de nouveau due. */
  cancelled!: WriteOffCancelledDto | null;
}

export class WriteOffNaturesDto {
  /** Des créances admises en non-valeur. @example "6541" */
  @Matches(/^\d{1,10}$/)
  UNCOLLECTABLE!: string;

  /** Des créances éteintes. @example "6542" */
  @Matches(/^\d{1,10}$/)
  EXTINGUISHED!: string;

  /** Des remises gracieuses. @example "6577" */
  @Matches(/^\d{1,10}$/)
  REMISSION!: string;
}
