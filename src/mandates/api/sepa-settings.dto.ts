import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { MomentField, Typed } from '../../platform/http/fields.js';
import { PAIN_VERSIONS, type PainVersion, type SequenceType } from '../../sepa/index.js';
import type { SepaSettingsRow } from '../data/sepa-settings.entity.js';
import { DEBIT_MODES, type DebitMode } from '../rules/sepa-settings.js';

export class ChangeSepaSettingsDto {
  /** Vrai quand les familles peuvent signer un mandat. @example true */
  @IsBoolean()
  offered!: boolean;

  /**
   * `TITRE` : le Trésor prélève, d’après les mandats joints aux titres et aux rôles (PES). `REGIE_DFT` : la régie dépose un fichier
   * pour son compte DFT.
   * @example "REGIE_DFT"
   */
  @IsIn(DEBIT_MODES)
  mode!: DebitMode;

  /** Identifiant créancier SEPA. @example "FR72ZZZ123456" */
  @Typed({ max: 13 })
  ics!: string;

  /** Le nom enregistré avec l’ICS. @example "Mairie de Valmont-sur-Orle" */
  @Typed({ max: 70 })
  creditorName!: string;

  /** Début des références de mandats (RUM) : `CANTINE-2026-000012`. @example "CANTINE" */
  @Typed({ max: 12 })
  mandatePrefix!: string;

  /** Jours entre la facture qui annonce un prélèvement et celui-ci ; 14, sauf accord plus court. @example 14 */
  @IsInt()
  @Min(1)
  @Max(60)
  noticeDays!: number;

  /** Type du premier prélèvement d’un mandat : `RCUR`, accepté depuis 2016, ou `FRST`. @example "RCUR" */
  @IsIn(['RCUR', 'FRST'])
  firstSequence!: SequenceType;

  /** Version du message que le service DFT accepte. @example "pain.008.001.08" */
  @IsIn(PAIN_VERSIONS)
  painVersion!: PainVersion;

  /** Identifiant du service DFT, pour `REGIE_DFT`. @example "TGDFT034" */
  @IsOptional()
  @Typed({ max: 10 })
  dftService?: string | null;

  /** Codique de la DDFiP, six chiffres, pour `REGIE_DFT`. @example "034000" */
  @IsOptional()
  @Typed({ max: 6 })
  ddfipCodique?: string | null;

  /** Nom de la DDFiP qui tient le compte, pour `REGIE_DFT`. @example "DDFiP de l’Hérault" */
  @IsOptional()
  @Typed({ max: 70 })
  ddfipName?: string | null;

  /** @example "334 allée Henri II de Montmorency" */
  @IsOptional()
  @Typed({ max: 70 })
  ddfipStreet?: string | null;

  /** @example "34000" */
  @IsOptional()
  @Typed({ max: 5 })
  ddfipPostalCode?: string | null;

  /** @example "Montpellier" */
  @IsOptional()
  @Typed({ max: 35 })
  ddfipCity?: string | null;

  /** Compte crédité à la DDFiP, pour `REGIE_DFT`. @example "FR76 3000 1007 9412 3456 7890 185" */
  @IsOptional()
  @Typed({ max: 42 })
  creditedIban?: string | null;

  /** @example "BDFEFRPP" */
  @IsOptional()
  @Typed({ max: 14 })
  creditedBic?: string | null;

  /** Compte DFT de la régie, pour `REGIE_DFT`. @example "FR76 3000 6000 0112 3456 7890 189" */
  @IsOptional()
  @Typed({ max: 42 })
  dftIban?: string | null;
}

export class SepaSettingsDto extends ChangeSepaSettingsDto {
  @MomentField()
  changedAt!: Temporal.Instant;
}

export function sepaSettingsDto({ changedAt, ...row }: SepaSettingsRow): SepaSettingsDto {
  const { id: _id, collectiviteId: _collectiviteId, changedBy: _changedBy, ...settings } = row;
  return { ...settings, changedAt };
}
