import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MayBeAbsent, MomentField, Typed } from '../../platform/http/fields.js';
import type { ProductCodeRow } from '../data/product-code.entity.js';
import type { TreasurySettingsRow } from '../data/treasury-settings.entity.js';
import {
  CLAIM_MODES,
  type ClaimMode,
  type Notices,
  NOTICES,
  type TreasurySettings,
  USUAL_SETTINGS,
} from '../rules/treasury-settings.js';

export class OfficeAddressDto {
  /** @example "2e étage" */
  @MayBeAbsent()
  @Typed({ max: 38 })
  complement?: string;

  /** @example "12 avenue Jean-Jaurès" */
  @Typed({ max: 38 })
  street!: string;

  /** Cinq chiffres. @example "34000" */
  @Matches(/^\d{5}$/, { message: 'un code postal de cinq chiffres est attendu.' })
  postalCode!: string;

  /** @example "Montpellier" */
  @Typed({ max: 38 })
  city!: string;
}

export class OfficeDto {
  /** @example "SGC de Montpellier" */
  @Typed({ max: 38 })
  name!: string;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => OfficeAddressDto)
  address!: OfficeAddressDto;
}

export class SignatoryDto {
  /** @example "Martin" */
  @Typed({ max: 38 })
  name!: string;

  /** @example "Paul" */
  @Typed({ max: 38 })
  firstName!: string;

  /** En quelle qualité. @example "Maire" */
  @Typed({ max: 50 })
  role!: string;
}

export class SlipDto {
  /** Code établissement : trois chiffres, ou deux lettres. @example "012" */
  @Typed({ max: 3 })
  establishment!: string;

  /** Code recette : trois chiffres, ou deux lettres. @example "CA" */
  @Typed({ max: 3 })
  revenue!: string;

  /** Code émetteur : six chiffres. @example "940033" */
  @Typed({ max: 6 })
  emitter!: string;
}

export class OnlineTitreDto {
  /** Numéro de client, six ou sept chiffres. @example "012345" */
  @Matches(/^\d{6,7}$/, { message: 'six ou sept chiffres sont attendus.' })
  code!: string;

  /** @example "https://www.payfip.gouv.fr" */
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @Typed({ max: 200 })
  url!: string;
}

/** Ce que seul un avis des sommes à payer dit. */
export class NoticeDto {
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => SignatoryDto)
  signatory!: SignatoryDto;

  /** @example "tribunal administratif de Montpellier" */
  @Typed({ max: 120 })
  court!: string;

  /** Le service de gestion comptable. */
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => OfficeDto)
  treasury!: OfficeDto;

  /** Le centre d’encaissement, où partent les talons. */
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => OfficeDto)
  paymentCentre!: OfficeDto;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => SlipDto)
  slip!: SlipDto;

  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => OnlineTitreDto)
  online?: OnlineTitreDto;

  /** Jours pour payer, depuis la réception de l’avis ; absent : dès réception. @example 30 */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(90)
  payWithinDays?: number;
}

/** Un organisme public, comme la Trésorerie le connaît. */
export class PublicDebtorDto {
  /** Sa référence de tiers. @example "REGIE" */
  @Matches(/^[0-9A-Z]{1,30}$/, { message: 'un à trente chiffres ou capitales sont attendus.' })
  reference!: string;

  /** @example "Régie périscolaire" */
  @Typed({ max: 38 })
  name!: string;

  /** @example "21120001200014" */
  @MayBeAbsent()
  @Matches(/^\d{14}$/, { message: 'quatorze chiffres sont attendus.' })
  siret?: string;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => OfficeAddressDto)
  address!: OfficeAddressDto;
}

/** Ce que la Trésorerie a donné, et ce qui a été convenu avec elle. */
export class SaveTreasurySettingsDto {
  /** `TITRE` : un titre par facture ; `ORMC` : les articles d’un rôle. @example "ORMC" */
  @IsIn(CLAIM_MODES)
  mode!: ClaimMode;

  /** IdPost : six ou sept chiffres. @example "034012" */
  @Typed({ max: 7 })
  codique!: string;

  /** SIRET du budget. @example "21340172201787" */
  @Typed({ max: 14 })
  siret!: string;

  /** CodCol : trois chiffres. @example "123" */
  @Typed({ max: 3 })
  collectiviteCode!: string;

  /** CodBud : deux caractères. @example "00" */
  @Typed({ max: 2 })
  budgetCode!: string;

  /** @example "Budget principal" */
  @Typed({ max: 38 })
  budgetLabel!: string;

  /** Numéro de la régie dans Hélios. @example "REG01" */
  @IsOptional()
  @Typed({ max: 10 })
  regieNumber?: string | null;

  /** Triplet du titre qui régularise les encaissements de la régie. @example "01/07/05" */
  @MayBeAbsent()
  @Typed({ max: 8 })
  regieTriplet?: string;

  /** Qui envoie les avis des sommes à payer : `DGFIP`, `COMMUNE`, ou `SHARED` (la commune, et le comptable les voit). @example "COMMUNE" */
  @MayBeAbsent()
  @IsIn(NOTICES)
  notices?: Notices;

  /** Jours entre le rôle et l’envoi des avis par la commune. @example 7 */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(60)
  noticeDays?: number;

  /** Jours entre le rôle et le prélèvement par la Trésorerie, là où une famille a signé un mandat. @example 30 */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(90)
  debitDays?: number;

  /** « Code nature » de la première clé d’une dette. @example "8" */
  @MayBeAbsent()
  @Typed({ max: 2 })
  keyNature?: string;

  /** Si la première clé est attendue. @example true */
  @MayBeAbsent()
  @IsBoolean()
  sendsKeyDigit?: boolean;

  /** Chiffre de la période. @example 1 */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(9)
  debtPeriod?: number;

  /**
   * Composition de la référence à 21 chiffres d’un article de rôle : E l’exercice, P la période, R le code recette, D le
   * numéro de dette, autant de fois que de chiffres ; un chiffre vaut pour lui-même. @example "EEEEPPRRDDDDDDDDDDDDD"
   */
  @MayBeAbsent()
  @Typed({ max: 21 })
  rollReference?: string;

  /** En centimes : un débiteur qui doit moins est reporté. @example 1500 */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(100_000)
  leastCents?: number;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NoticeDto)
  notice?: NoticeDto | null;

  /** Établir ici le titre de chaque mois de la régie ; le plus souvent, il est saisi dans le logiciel de comptabilité. @example false */
  @MayBeAbsent()
  @IsBoolean()
  makesRegieTitre?: boolean;

  /** Le débiteur du titre de la régie ; sans lui, la collectivité. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PublicDebtorDto)
  regieDebtor?: PublicDebtorDto | null;

  /** Le débiteur du titre récapitulatif d’un rôle ; sans lui, la collectivité. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PublicDebtorDto)
  rollDebtor?: PublicDebtorDto | null;
}

export class TreasurySettingsDto extends SaveTreasurySettingsDto {
  @MomentField()
  updatedAt!: Temporal.Instant;
}

export function settingsIn(body: SaveTreasurySettingsDto): TreasurySettings {
  const { mode, codique, siret, collectiviteCode, budgetCode, budgetLabel } = body;
  const usual = USUAL_SETTINGS;
  return {
    ...{ mode, codique, siret, collectiviteCode, budgetCode, budgetLabel },
    regieNumber: body.regieNumber ?? usual.regieNumber,
    regieTriplet: body.regieTriplet ?? usual.regieTriplet,
    notices: body.notices ?? usual.notices,
    noticeDays: body.noticeDays ?? usual.noticeDays,
    debitDays: body.debitDays ?? usual.debitDays,
    keyNature: body.keyNature ?? usual.keyNature,
    sendsKeyDigit: body.sendsKeyDigit ?? usual.sendsKeyDigit,
    debtPeriod: body.debtPeriod ?? usual.debtPeriod,
    rollReference: body.rollReference ?? usual.rollReference,
    leastCents: body.leastCents ?? usual.leastCents,
    notice: body.notice ?? usual.notice,
    makesRegieTitre: body.makesRegieTitre ?? usual.makesRegieTitre,
    regieDebtor: body.regieDebtor ?? usual.regieDebtor,
    rollDebtor: body.rollDebtor ?? usual.rollDebtor,
  };
}

export function settingsView(row: TreasurySettingsRow): TreasurySettingsDto {
  const { id: _id, collectiviteId: _collectivite, ...settings } = row;
  return settings;
}

export class SetProductCodeDto {
  @DayField({ description: 'Premier jour où ce code vaut.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  /** Code produit local, quatre caractères au plus. @example "CANT" */
  @Matches(/^(?!0+$)[0-9a-zA-Z]{1,4}$/, { message: 'un à quatre chiffres ou lettres sont attendus.' })
  code!: string;

  /** Chapitre budgétaire. @example "70" */
  @MayBeAbsent()
  @Matches(/^\d{2,4}$/, { message: 'deux à quatre chiffres sont attendus.' })
  chapter?: string;
}

export class ProductCodeDto {
  /** @example 3 */
  prestationId!: number;

  @DayField({ example: '2026-09-01' })
  from!: Temporal.PlainDate;

  /** @example "CANT" */
  code!: string;

  /** @example "70" */
  chapter!: string;
}

export function codeView({ prestationId, fromDate: from, code, chapter }: ProductCodeRow): ProductCodeDto {
  return { prestationId, from, code, chapter };
}
