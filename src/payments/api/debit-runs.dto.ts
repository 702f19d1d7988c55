import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import { REJECT_REASONS, rejectReason } from '../../sepa/index.js';
import { FilesField, type UploadedFile } from '../../platform/http/uploads.js';
import type { PlannedRun } from '../actions/debits/plan-debit-run.js';
import type { DebitRunRow, DebitRunState } from '../data/debit-run.entity.js';
import type { DebitRow, DebitState } from '../data/debit.entity.js';
import type { DebitCandidate, LeftOutReason } from '../rules/debit-plan.js';

const CODES = REJECT_REASONS.map(({ code }) => code);

export class DebitDayQuery {
  /** Le jour du prélèvement. */
  @DayField()
  collectedOn!: Temporal.PlainDate;
}

export class MakeDebitRunDto {
  /** Le jour du prélèvement : un jour où les banques règlent, demain au plus tôt. */
  @DayField()
  collectedOn!: Temporal.PlainDate;

  /** Factures à laisser de côté : un accord avec la famille, une contestation. @example [31] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(2_147_483_647, { each: true })
  leaveOut?: number[];
}

export class PlannedDebitDto {
  /** @example 31 */
  invoiceId!: number;
  /** @example "2026-000031" */
  invoiceNumber!: string;
  /** @example 12 */
  familyId!: number;
  /** Ce qui reste à payer, en centimes. @example 4560 */
  cents!: number;
  @DayField()
  dueOn!: Temporal.PlainDate;
}

export class LeftOutDebitDto extends PlannedDebitDto {
  /**
   * `DEBIT_UNDER_WAY` (déjà dans un fichier), `ONLINE_UNDER_WAY` (paiement en ligne en cours), `UNDER_PLAN` (payée en plusieurs fois), `TOLD_TOO_LATE` (la famille serait
   * prévenue trop tard), `LEFT_OUT` (laissée de côté).
   * @example "TOLD_TOO_LATE"
   */
  reason!: LeftOutReason;
  /** Premier jour possible, quand ce n’est qu’une affaire de délai. */
  @DayField({ optional: true })
  from!: Temporal.PlainDate | null;
}

export class DebitPlanDto {
  /** En centimes. @example 4560 */
  totalCents!: number;
  taken!: PlannedDebitDto[];
  leftOut!: LeftOutDebitDto[];
}

export class DebitRunDto {
  /** @example 3 */
  id!: number;
  /** @example 2026 */
  year!: number;
  /** @example 3 */
  number!: number;
  @DayField()
  collectedOn!: Temporal.PlainDate;
  /** `SENT` (à venir), `COLLECTED` (encaissé), `CANCELLED` (annulé). @example "SENT" */
  state!: DebitRunState;
  /** Nom du fichier. @example "TGDFT034-DFT-SDD-26330-001.xml" */
  fileName!: string;
  /** Nombre de prélèvements. @example 118 */
  debits!: number;
  /** En centimes. @example 538020 */
  totalCents!: number;
  @MomentField()
  madeAt!: Temporal.Instant;
}

export class FamilyDebitDto {
  /** @example 9 */
  id!: number;
  /** @example 31 */
  invoiceId!: number;
  /** @example "2026-000031" */
  invoiceNumber!: string;
  /** En centimes. @example 4560 */
  cents!: number;
  @DayField()
  collectedOn!: Temporal.PlainDate;
  /** `SENT` (à venir), `COLLECTED` (payé), `REJECTED` (revenu impayé), `CANCELLED` (annulé). @example "SENT" */
  state!: DebitState;
  /** Pourquoi il est revenu. @example "provision insuffisante" */
  rejectedFor!: string | null;
  @DayField({ optional: true })
  rejectedOn!: Temporal.PlainDate | null;
}

export class DebitDto extends FamilyDebitDto {
  /** @example 12 */
  familyId!: number;
  /** La référence que la banque rend avec un rejet. @example "1D0340000202600300012" */
  endToEndId!: string;
  /** Code ISO du rejet. @example "AM04" */
  rejectReason!: string | null;
  /** L’encaissement enregistré. @example 77 */
  paymentId!: number | null;
}

export class RejectDebitDto {
  /**
   * Code ISO du motif : `AM04` provision insuffisante, `AC04` compte clôturé, `MD01` absence de mandat, `MD06` remboursement
   * demandé, `MS02` refus du débiteur, `MS03` motif non communiqué…
   * @example "AM04"
   */
  @IsIn(CODES)
  reason!: string;

  /** Le jour du rejet ; aujourd’hui sans précision. */
  @IsOptional()
  @DayField({ optional: true })
  rejectedOn?: Temporal.PlainDate | null;
}

/** A multipart form. */
export class StatusReportDto {
  @FilesField({ min: 1, max: 1 })
  files!: UploadedFile[];
}

export class AppliedReportDto {
  /** @example 3 */
  debitRunId!: number;
  /** Prélèvements rejetés par ce compte rendu. @example 2 */
  rejected!: number;
  /** Rejets déjà connus. @example 0 */
  alreadyRejected!: number;
  /** Ce qui n’a pas été appliqué, et pourquoi. @example [] */
  leftAside!: string[];
}

export function debitPlanDto({ taken, leftOut }: PlannedRun): DebitPlanDto {
  return {
    totalCents: taken.reduce((total, { openCents }) => total + openCents, 0),
    taken: taken.map(plannedDto),
    leftOut: leftOut.map(({ candidate, reason, from }) => ({ ...plannedDto(candidate), reason, from })),
  };
}

export function debitRunDto(row: DebitRunRow): DebitRunDto {
  const { id, year, number, collectedOn, state, messageName, debits, totalCents, madeAt } = row;
  return { id, year, number, collectedOn, state, fileName: `${messageName}.xml`, debits, totalCents, madeAt };
}

export function familyDebitDto(row: DebitRow): FamilyDebitDto {
  const { id, invoiceId, invoiceNumber, amountCents, collectedOn, state, rejectReason: code, rejectedOn } = row;
  const rejectedFor = code === null ? null : rejectReason(code).label;
  return { id, invoiceId, invoiceNumber, cents: amountCents, collectedOn, state, rejectedFor, rejectedOn };
}

export function debitDto(row: DebitRow): DebitDto {
  const { familyId, bankReference, rejectReason: code, paymentId } = row;
  return { ...familyDebitDto(row), familyId, endToEndId: bankReference, rejectReason: code, paymentId };
}

function plannedDto({ invoiceId, number, familyId, openCents, dueOn }: DebitCandidate): PlannedDebitDto {
  return { invoiceId, invoiceNumber: number, familyId, cents: openCents, dueOn };
}
