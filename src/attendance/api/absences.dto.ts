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
  /** Children of the foyer. @example [42] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsInt({ each: true })
  @IsPositive({ each: true })
  childIds!: number[];

  /** Only this prestation; every one that is booked when it is not said. @example 7 */
  @IsOptional()
  @IsInt()
  @IsPositive()
  prestationId?: number | null;

  @DayField({ description: 'First day.', example: '2026-11-30' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Last day, included; 100 days after the first at most.', example: '2026-12-04' })
  to!: Temporal.PlainDate;

  /** ILLNESS, ACCIDENT, HOSPITAL, BEREAVEMENT, STRIKE, SCHOOL_TRIP, ALERT or OTHER. @example "ILLNESS" */
  @IsIn(ABSENCE_KINDS)
  kind!: AbsenceKind;

  /** A word for the mairie, without any medical detail. @example "Reprise prévue lundi" */
  @IsOptional()
  @Typed({ max: 200 })
  note?: string | null;
}

export class AbsenceProofDto {
  /** @example 5 */
  id!: number;
  @MomentField({ description: 'When the mairie had it: for a paper, the beginning of the day.' })
  receivedAt!: Temporal.Instant;
  /** A paper brought to the mairie, that cannot be downloaded. */
  paper!: boolean;
  /** @example "certificat.pdf" */
  fileName!: string | null;
  /** Why the mairie does not accept it; null while it stands. @example "Ce document ne porte pas de date." */
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
  /** On an issued invoice: nothing changes any more. */
  billed!: boolean;
  /** JUSTIFIED (nothing is due), CARENCE (due all the same) or UNJUSTIFIED, as things stand; null where the règlement says nothing, or when nothing changes any more. @example "UNJUSTIFIED" */
  outcome!: AbsenceVerdict | null;
  /** @example "Rien à payer si le justificatif nous parvient avant le jeudi 3 décembre 2026 à 0 h 00 ; sinon, jour dû." */
  sentence!: string;
}

export class AbsenceDto {
  /** @example 31 */
  id!: number;
  /** @example 42 */
  childId!: number;
  /** @example "Léa MOREAU" */
  childName!: string;
  /** Null: every prestation. @example null */
  prestationId!: number | null;
  /** Null: every prestation. @example "Cantine" */
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
  /** WAITING (no proof so far), PROVED, REFUSED (its proof is not accepted), COLLECTIVE (declared by the mairie) or WITHDRAWN. */
  state!: AbsenceState;
  proofs!: AbsenceProofDto[];
  /** The booked days that it concerns, by date. */
  days!: AbsentDayDto[];
}

export class FamilyAbsenceDto extends AbsenceDto {
  /** The foyer that declared it; null when the mairie did. @example 12 */
  familyId!: number | null;
}

export class AbsencesQuery extends PageQuery {
  /** WAITING, PROVED, REFUSED, COLLECTIVE or WITHDRAWN. @example "WAITING" */
  @IsOptional()
  @IsIn(ABSENCE_STATES)
  state?: AbsenceState;

  @DayField({ optional: true, description: 'Those that last until this day at least.', example: '2026-11-01' })
  from?: Temporal.PlainDate;

  @DayField({ optional: true, description: 'Those that begin on this day at the latest.', example: '2026-11-30' })
  to?: Temporal.PlainDate;
}

/** A multipart form. */
export class NewProofDto {
  @FilesField({ min: 1, max: 1 })
  files!: UploadedFile[];
}

export class PaperProofDto {
  @DayField({ description: 'The day on which the paper was brought.', example: '2026-12-02' })
  receivedOn!: Temporal.PlainDate;
}

export class ProofRefusalDto {
  /** Read by the family. @example "Ce document ne porte pas de date." */
  @Typed({ max: 200 })
  reason!: string;
}

export class CollectiveAbsenceDto {
  /** STRIKE, SCHOOL_TRIP or ALERT. @example "SCHOOL_TRIP" */
  @IsIn(COLLECTIVE_KINDS)
  kind!: CollectiveKind;

  /** @example 7 */
  @IsInt()
  @IsPositive()
  prestationId!: number;

  @DayField({ description: 'First day.', example: '2026-12-03' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Last day, included; 100 days after the first at most.', example: '2026-12-03' })
  to!: Temporal.PlainDate;

  /** Only children of this school. @example 3 */
  @IsOptional()
  @IsInt()
  @IsPositive()
  siteId?: number | null;

  /** Only children of this class, whatever the capitals and accents. @example "CE2" */
  @IsOptional()
  @Typed({ max: 40 })
  className?: string | null;

  /** Only these children. @example [42, 43] */
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
  /** Children whose absence is declared by this. @example 24 */
  children!: number;
  /** Children for whom the mairie had declared some of these days before: left as they are. @example 0 */
  alreadyDeclared!: number;
  /** Booked days of these children. @example 48 */
  days!: number;
  /** Those that cost nothing: all, where the règlement names this reason among those that free everyone. @example 48 */
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
      const { receivedAt, fileId, refusedReason } = proof;
      return { id: proof.id, receivedAt, paper: fileId === null, fileName: file?.name ?? null, refusedReason };
    }),
    days: days.map((day) => ({ ...day })),
  };
}

export function familyAbsenceDto(shown: ShownAbsence): FamilyAbsenceDto {
  return { ...absenceDto(shown), familyId: shown.absence.familyId };
}
