import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { FilesField, type UploadedFile } from '../../platform/http/uploads.js';
import { rejectReason } from '../../sepa/index.js';
import type { MandateRow } from '../data/mandate.entity.js';
import { type MandateStanding, standingOn } from '../rules/mandate-state.js';

const MOST = 2_147_483_647;

export class BankAccountDto {
  /** Avec ou sans espaces. @example "FR76 3000 6000 0112 3456 7890 189" */
  @Typed({ max: 42 })
  iban!: string;

  /** Nécessaire pour un compte tenu à l’étranger. @example "AGRIFRPP" */
  @IsOptional()
  @Typed({ max: 14 })
  bic?: string | null;

  /** Le titulaire du compte. @example "Camille Durand" */
  @Typed({ max: 70 })
  holder!: string;
}

export class SignMandateDto extends BankAccountDto {
  /** La `version` du texte affiché avant la signature. @example "2026-11" */
  @Typed({ max: 20 })
  textVersion!: string;

  /** La personne a lu le texte et signe. @example true */
  @IsIn([true], { message: 'cochez la case pour signer le mandat.' })
  accepted!: boolean;

  /** Pour changer de compte : le mandat en vigueur, auquel celui-ci succède. @example 3 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  replaces?: number | null;
}

/** A multipart form, or JSON when there is no scan. */
export class RecordMandateDto extends BankAccountDto {
  /** @example 12 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  familyId!: number;

  /** Le responsable qui a signé. @example 21 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  guardianId!: number;

  /** Date de la signature. */
  @DayField()
  signedOn!: Temporal.PlainDate;

  /** Le mandat en vigueur, auquel celui-ci succède. @example 3 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  replaces?: number | null;

  @FilesField({ min: 0, max: 1 })
  files?: UploadedFile[];
}

export class MandateDto {
  /** @example 3 */
  id!: number;
  /** Référence unique du mandat. @example "CANTINE-2026-000012" */
  rum!: string;
  /**
   * `ACTIVE` (en vigueur), `SUSPENDED` (un prélèvement est revenu : voir `suspendedFor`), `LAPSED` (n’a pas servi pendant 36 mois),
   * `REVOKED`, `REPLACED`.
   * @example "ACTIVE"
   */
  state!: MandateStanding;
  /** Le compte, masqué. @example "FR76 •••• 0189" */
  account!: string;
  @DayField()
  signedOn!: Temporal.PlainDate;
  /** Le dernier prélèvement. */
  @DayField({ optional: true })
  lastUsedOn!: Temporal.PlainDate | null;
  /** Pourquoi il est suspendu. @example "compte clôturé" */
  suspendedFor!: string | null;
  @MomentField({ optional: true })
  endedAt!: Temporal.Instant | null;
}

export class MyMandateDto extends MandateDto {
  /** Vrai pour la personne qui l’a signé : elle seule en a le papier et le révoque. @example true */
  own!: boolean;
}

export class MandateTextDto {
  /** À rendre avec la signature. @example "2026-11" */
  version!: string;
  /** À afficher en entier avant la signature. @example ["En signant ce mandat, vous autorisez…"] */
  paragraphs!: string[];
  /** @example "Mairie de Valmont-sur-Orle" */
  creditorName!: string;
  /** @example "FR72ZZZ123456" */
  ics!: string;
}

export class MyDebitDto {
  /** Vrai quand la collectivité propose le prélèvement. @example true */
  offered!: boolean;
  /** Ce que l’on signe ; `null` quand le prélèvement n’est pas proposé. */
  text!: MandateTextDto | null;
  /** Le mandat en vigueur de la famille, ou `null`. */
  mandate!: MyMandateDto | null;
}

export class StaffMandateDto extends MandateDto {
  /** @example 12 */
  familyId!: number;
  /** @example 21 */
  guardianId!: number;
  /** `ONLINE` ou `PAPER`. @example "ONLINE" */
  origin!: 'ONLINE' | 'PAPER';
  /** Vrai quand le papier signé a été numérisé. @example false */
  scanned!: boolean;
  @MomentField()
  recordedAt!: Temporal.Instant;
}

export class WholeAccountDto {
  /** @example "FR7630006000011234567890189" */
  iban!: string;
  /** @example "AGRIFRPP" */
  bic!: string | null;
  /** @example "Camille Durand" */
  holder!: string;
}

export class MandatesQuery extends PageQuery {
  /** Seulement ceux de cette famille. @example 12 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  familyId?: number;

  /** `true` pour ne lire que ceux qui ne sont ni révoqués ni remplacés. @example "true" */
  @IsOptional()
  @IsIn(['true', 'false'])
  living?: 'true' | 'false';
}

export function mandateDto(row: MandateRow, today: Temporal.PlainDate): MandateDto {
  return {
    id: row.id,
    rum: row.rum,
    state: standingOn(row, today),
    account: row.maskedIban,
    signedOn: row.signedOn,
    lastUsedOn: row.lastUsedOn,
    suspendedFor: row.suspendedReason === null ? null : rejectReason(row.suspendedReason).label,
    endedAt: row.endedAt,
  };
}

export function staffMandateDto(row: MandateRow, today: Temporal.PlainDate): StaffMandateDto {
  const { familyId, guardianId, origin, scanFileId, recordedAt } = row;
  return { ...mandateDto(row, today), familyId, guardianId, origin, scanned: scanFileId !== null, recordedAt };
}
