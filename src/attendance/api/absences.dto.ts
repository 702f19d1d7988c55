import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsPositive } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { FilesField, type UploadedFile } from '../../platform/http/uploads.js';
import type { ShownAbsence } from '../actions/show-absences.js';
import { ABSENCE_KINDS, type AbsenceKind, COLLECTIVE_KINDS, type CollectiveKind } from '../rules/absence.js';
import type { AbsenceVerdict } from '../rules/absence-judgement.js';
import { ABSENCE_STATES, type AbsenceState } from '../rules/absence-state.js';

export class NewAbsencesDto {
  /** Enfants du foyer. @example [42] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsInt({ each: true })
  @IsPositive({ each: true })
  childIds!: number[];

  /** Cette prestation seulement ; sans précision, toutes celles qui sont réservées. @example 7 */
  @IsOptional()
  @IsInt()
  @IsPositive()
  prestationId?: number | null;

  @DayField({ description: 'Premier jour.', example: '2026-11-30' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Dernier jour, compris ; 100 jours au plus après le premier.', example: '2026-12-04' })
  to!: Temporal.PlainDate;

  /**
   * `ILLNESS` (maladie), `ACCIDENT`, `HOSPITAL` (hospitalisation), `BEREAVEMENT` (deuil), `STRIKE` (grève),
   * `SCHOOL_TRIP` (sortie scolaire), `ALERT` (alerte) ou `OTHER` (autre).
   * @example "ILLNESS"
   */
  @IsIn(ABSENCE_KINDS)
  kind!: AbsenceKind;

  /** Un mot pour la mairie, sans aucun détail médical. @example "Reprise prévue lundi" */
  @IsOptional()
  @Typed({ max: 200 })
  note?: string | null;
}

export class AbsenceProofDto {
  /** @example 5 */
  id!: number;
  @MomentField({ description: 'Quand la mairie l’a reçu : pour un papier, le début de la journée.' })
  receivedAt!: Temporal.Instant;
  /** Un papier remis à la mairie, qui ne peut pas être téléchargé. */
  paper!: boolean;
  /** @example "certificat.pdf" */
  fileName!: string | null;
  @MomentField({
    optional: true,
    description:
      'Quand le fichier a été effacé : deux mois après la facture, ou un an après l’absence. `null` : il ne l’est pas.',
  })
  fileErasedAt!: Temporal.Instant | null;
  /**
   * Pourquoi la mairie ne l’accepte pas ; `null` tant qu’il est valable.
   * @example "Ce document ne porte pas de date."
   */
  refusedReason!: string | null;
}

export class AbsentDayDto {
  @DayField()
  date!: Temporal.PlainDate;
  /** @example 812 */
  sessionId!: number;
  /** @example 7 */
  prestationId!: number;
  /** @example "Cantine" */
  prestation!: string;
  /** Figure sur une facture émise : plus rien ne change. */
  billed!: boolean;
  /**
   * `JUSTIFIED` (rien n’est dû), `CARENCE` (dû malgré tout) ou `UNJUSTIFIED` (injustifiée), en l’état ; `null` quand le
   * règlement ne dit rien, ou quand plus rien ne change.
   * @example "UNJUSTIFIED"
   */
  outcome!: AbsenceVerdict | null;
  @MomentField({
    optional: true,
    description:
      'Premier instant où l’absence de ce jour est signalée trop tard ; `null` : le règlement n’en fixe pas.',
  })
  tellBefore!: Temporal.Instant | null;
  /** @example "Rien à payer si le justificatif nous parvient avant le jeudi 3 décembre 2026 à 0 h 00 ; sinon, jour dû." */
  sentence!: string;
}

export class ForeseenDayDto extends AbsentDayDto {
  /** Le prix de ce jour si l’absence n’est pas justifiée ; `null` quand le forfait ou les heures font le prix. @example 400 */
  @ApiProperty({ type: Number, nullable: true })
  unjustifiedCents!: number | null;
}

export class ForeseenKindDto {
  /** @example "ILLNESS" */
  @ApiProperty({ enum: ABSENCE_KINDS })
  kind!: AbsenceKind;
  /** Les jours réservés, par date, et ce que chacun coûterait. */
  days!: ForeseenDayDto[];
}

export class AbsenceRefusalDto {
  /** Le code stable de la raison, comme dans le catalogue des problèmes. @example "ABSENCE_ALREADY_DECLARED" */
  @ApiProperty({ type: String })
  code!: string;
  /** @example "Une absence de Léa est déjà déclarée à ces dates. Pour la changer, retirez-la d’abord, puis déclarez-la de nouveau." */
  detail!: string;
}

export class ForeseenAbsenceDto {
  /** Pourquoi elle ne peut pas être déclarée maintenant ; `null` : elle peut l’être. */
  @ApiProperty({ type: AbsenceRefusalDto, nullable: true })
  refusal!: AbsenceRefusalDto | null;
  /** Un par motif ; aucun quand elle ne peut pas être déclarée. */
  kinds!: ForeseenKindDto[];
}

export class ForeseenAbsenceQuery {
  /** @example 42 */
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  childId!: number;

  /** Cette prestation seulement ; sans précision, toutes celles qui sont réservées. @example 7 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  prestationId?: number;

  @DayField({ description: 'Premier jour.', example: '2026-11-30' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Dernier jour, compris ; 100 jours au plus après le premier.', example: '2026-12-04' })
  to!: Temporal.PlainDate;
}

export class AbsenceDto {
  /** @example 31 */
  id!: number;
  /** @example 42 */
  childId!: number;
  /** @example "Léa MOREAU" */
  childName!: string;
  /** `null` : toutes les prestations. @example null */
  prestationId!: number | null;
  /** `null` : toutes les prestations. @example "Cantine" */
  prestation!: string | null;
  @DayField({ example: '2026-11-30' })
  from!: Temporal.PlainDate;
  @DayField({ example: '2026-12-04' })
  to!: Temporal.PlainDate;
  /** @example "ILLNESS" */
  kind!: AbsenceKind;
  /** @example "Reprise prévue lundi" */
  note!: string | null;
  @MomentField()
  declaredAt!: Temporal.Instant;
  /**
   * `WAITING` (aucun justificatif pour l’instant), `PROVED` (justifiée), `REFUSED` (justificatif non accepté),
   * `COLLECTIVE` (déclarée par la mairie) ou `WITHDRAWN` (retirée).
   */
  state!: AbsenceState;
  proofs!: AbsenceProofDto[];
  /** Les jours réservés qu’elle concerne, par date. */
  days!: AbsentDayDto[];
}

export class FamilyAbsenceDto extends AbsenceDto {
  /** Le foyer qui l’a déclarée ; `null` quand c’est la mairie. @example 12 */
  familyId!: number | null;
}

export class AbsencesOfDaysQuery extends PageQuery {
  @DayField({ optional: true, description: 'Celles qui durent au moins jusqu’à ce jour.', example: '2026-11-01' })
  from?: Temporal.PlainDate;

  @DayField({ optional: true, description: 'Celles qui commencent ce jour-là au plus tard.', example: '2026-11-30' })
  to?: Temporal.PlainDate;
}

export class AbsencesQuery extends AbsencesOfDaysQuery {
  /**
   * `WAITING` (en attente de justificatif), `PROVED` (justifiée), `REFUSED` (justificatif refusé), `COLLECTIVE`
   * (déclarée par la mairie) ou `WITHDRAWN` (retirée).
   * @example "WAITING"
   */
  @IsOptional()
  @IsIn(ABSENCE_STATES)
  state?: AbsenceState;
}

/** A multipart form. */
export class NewProofDto {
  @FilesField({ min: 1, max: 1 })
  files!: UploadedFile[];
}

export class PaperProofDto {
  @DayField({ description: 'Le jour où le papier a été remis.', example: '2026-12-02' })
  receivedOn!: Temporal.PlainDate;
}

export class ProofRefusalDto {
  /** La famille le lit. @example "Ce document ne porte pas de date." */
  @Typed({ max: 200 })
  reason!: string;
}

export class CollectiveAbsenceDto {
  /** `STRIKE` (grève), `SCHOOL_TRIP` (sortie scolaire) ou `ALERT` (alerte). @example "SCHOOL_TRIP" */
  @IsIn(COLLECTIVE_KINDS)
  kind!: CollectiveKind;

  /** @example 7 */
  @IsInt()
  @IsPositive()
  prestationId!: number;

  @DayField({ description: 'Premier jour.', example: '2026-12-03' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Dernier jour, compris ; 100 jours au plus après le premier.', example: '2026-12-03' })
  to!: Temporal.PlainDate;

  /** Seulement les enfants de cette école. @example 3 */
  @IsOptional()
  @IsInt()
  @IsPositive()
  siteId?: number | null;

  /** Seulement les enfants de cette classe, sans tenir compte des majuscules ni des accents. @example "CE2" */
  @IsOptional()
  @Typed({ max: 40 })
  className?: string | null;

  /** Seulement ces enfants. @example [42, 43] */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsInt({ each: true })
  @IsPositive({ each: true })
  childIds?: number[] | null;

  /** @example "Classe verte à Florac" */
  @IsOptional()
  @Typed({ max: 200 })
  note?: string | null;
}

export class DeclaredCollectivelyDto {
  /** Enfants dont l’absence est ainsi déclarée. @example 24 */
  children!: number;
  /**
   * Enfants pour lesquels la mairie avait déjà déclaré certains de ces jours : rien n’est changé pour eux.
   * @example 0
   */
  alreadyDeclared!: number;
  /** Jours réservés de ces enfants. @example 48 */
  days!: number;
  /**
   * Ceux qui ne coûtent rien : tous, quand le règlement range ce motif parmi ceux qui dispensent tout le monde.
   * @example 48
   */
  freeDays!: number;
}

export function absenceDto({ absence, state, childName, prestation, proofs, days }: ShownAbsence): AbsenceDto {
  const { id, childId, prestationId, fromDate, toDate, kind, note, declaredAt } = absence;
  return {
    id,
    childId,
    childName,
    prestationId,
    prestation,
    from: fromDate,
    to: toDate,
    kind,
    note,
    declaredAt,
    state,
    proofs: proofs.map(({ proof, file }) => {
      const { id, receivedAt, fileId, fileErasedAt, refusedReason } = proof;
      const paper = fileId === null && fileErasedAt === null;
      return { id, receivedAt, paper, fileName: file?.name ?? null, fileErasedAt, refusedReason };
    }),
    days: days.map((day) => ({ ...day })),
  };
}

export function familyAbsenceDto(shown: ShownAbsence): FamilyAbsenceDto {
  return { ...absenceDto(shown), familyId: shown.absence.familyId };
}
