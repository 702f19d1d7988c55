import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { ACCOUNT_KINDS, type AccountKind, type LineFilter, SOURCE_KINDS, type SourceKind } from '../../ledger/index.js';
import { MEANS_OF_PAYMENT } from '../../payments/index.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { FunctionFilter, IdFilter, NatureFilter, YearFilter } from './filter-fields.js';

const MEANS = MEANS_OF_PAYMENT.map(({ code }) => code);

/** Which lines of the ledger are looked for; all of them where nothing is told. */
export class LedgerEntriesQuery extends PageQuery {
  /** Premier jour comptable. */
  @DayField({ optional: true })
  from?: Temporal.PlainDate;

  /** Dernier jour comptable, compris. */
  @DayField({ optional: true })
  to?: Temporal.PlainDate;

  /** Le grand livre tel qu’il était après cette écriture : son rang dans la chaîne des sceaux. */
  @ApiPropertyOptional({ type: 'integer', example: 120 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  upToRank?: number;

  @ApiPropertyOptional({
    type: String,
    description: 'Ce que les écritures constatent, séparé par des virgules.',
    example: 'payment,payment-reversal',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ArrayMaxSize(SOURCE_KINDS.length)
  @IsIn(SOURCE_KINDS, { each: true })
  sources?: SourceKind[];

  @ApiPropertyOptional({ enum: ACCOUNT_KINDS, enumName: 'AccountKind', description: 'La sorte de compte des lignes.' })
  @IsOptional()
  @IsIn(ACCOUNT_KINDS)
  account?: AccountKind;

  @ApiPropertyOptional({ enum: MEANS, description: 'Le moyen de paiement que l’écriture mouvemente.' })
  @IsOptional()
  @IsIn(MEANS)
  means?: string;

  @IdFilter('La prestation des lignes.', 3)
  prestationId?: number;

  @NatureFilter('La nature M57 sous laquelle la ligne a été facturée.')
  nature?: string;

  @FunctionFilter('Sa fonction M57 ; `-` pour ce qui n’en a pas.')
  function?: string;

  @IdFilter('La famille des lignes.', 12)
  familyId?: number;

  @IdFilter('La facture des lignes.', 31)
  invoiceId?: number;

  @YearFilter('L’exercice des factures dont parlent les lignes.')
  year?: number;
}

/** What was asked, without the page and what was not. */
export function lineFilterOf({ limit: _limit, after: _after, ...asked }: LedgerEntriesQuery): LineFilter {
  const told = Object.entries(asked).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(told);
}

export class LedgerDocumentDto {
  /** @example "Q-2026-000007" */
  number!: string | null;

  /** Son adresse. @example "/api/v1/collectivites/1/payments/7" */
  href!: string;
}

export class LedgerLineDto {
  /** @example "FAMILY:12" */
  account!: string;

  /** @example "Famille n° 12" */
  accountLabel!: string;

  /** En centimes : positif au débit, négatif au crédit. @example -4800 */
  cents!: number;

  /** @example 12 */
  @ApiProperty({ type: Number, nullable: true })
  familyId!: number | null;

  /** @example 31 */
  @ApiProperty({ type: Number, nullable: true })
  invoiceId!: number | null;

  /** @example 3 */
  @ApiProperty({ type: Number, nullable: true })
  prestationId!: number | null;

  /** Vrai pour les lignes demandées : elles font le montant. @example true */
  asked!: boolean;
}

export class LedgerEntryDto {
  /** @example 41 */
  entryId!: number;

  /** Son rang dans la chaîne des sceaux. @example 40 */
  rank!: number;

  /** Le jour pour lequel elle compte. */
  @DayField()
  on!: Temporal.PlainDate;

  @MomentField()
  postedAt!: Temporal.Instant;

  @ApiProperty({ enum: SOURCE_KINDS, enumName: 'SourceKind', example: 'payment' })
  kind!: SourceKind;

  /** @example "Quittance Q-2026-000007" */
  label!: string;

  /** La pièce qu’elle constate. */
  document!: LedgerDocumentDto | null;

  /** Ce que font les lignes demandées, en centimes : positif au débit, négatif au crédit. @example -4800 */
  cents!: number;

  lines!: LedgerLineDto[];
}

export class LedgerTotalDto {
  /** Nombre d’écritures. @example 12 */
  entries!: number;

  /** Ce que font les lignes demandées, en centimes : positif au débit, négatif au crédit. @example -48000 */
  cents!: number;
}
