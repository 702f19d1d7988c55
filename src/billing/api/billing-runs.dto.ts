import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import type { InvoiceState } from '../data/invoice.entity.js';
import type { RunState } from '../data/billing-run.entity.js';
import type { AnomalyKind } from '../rules/anomaly.js';

export class StartRunDto {
  @DayField({ description: 'First day billed.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Last day billed, today at the latest.', example: '2026-09-30' })
  to!: Temporal.PlainDate;
}

export class RunDto {
  /** @example 12 */
  runId!: number;

  @DayField()
  from!: Temporal.PlainDate;

  @DayField()
  to!: Temporal.PlainDate;

  /** DRAFT, then ISSUING while its invoices get their numbers, then ISSUED; or DISCARDED. */
  state!: RunState;

  /** Begun by the scheduled task, at the day the collectivité chose. */
  automatic!: boolean;

  @MomentField()
  createdAt!: Temporal.Instant;

  @MomentField({ optional: true, description: 'Null while the drafts are being computed, or when that was cut short.' })
  computedAt!: Temporal.Instant | null;

  @MomentField({ optional: true })
  issuedAt!: Temporal.Instant | null;
}

export class AnomalyCountDto {
  /** ATTENDANCE_NOT_RECORDED, PRESENT_IN_CANCELLED_SESSION, or what stops the issue: TARIFF_MISSING, PAYER_UNKNOWN. */
  kind!: AnomalyKind;

  /** @example 3 */
  count!: number;

  /**
   * What it means and what to do.
   * @example "Réservé, mais pas pointé : compté au prix à l'unité."
   */
  message!: string;

  /** Must be mended before the run can be issued. */
  stopsIssue!: boolean;
}

export class RunDetailsDto extends RunDto {
  /**
   * Sum of the invoices, in cents.
   * @example 1289450
   */
  totalCents!: number;

  /** Families with something to pay. */
  invoices!: number;

  /** Of these, the invoices that have their number. */
  issued!: number;

  anomalies!: AnomalyCountDto[];
}

export class AnomalyDto {
  kind!: AnomalyKind;
  /** @example "Réservé, mais pas pointé : compté au prix à l’unité." */
  message!: string;

  @DayField()
  date!: Temporal.PlainDate;

  sessionId!: number;
  prestationId!: number;

  /** @example "Cantine" */
  prestation!: string;

  childId!: number;

  /** @example "Zoé DURAND" */
  child!: string;
}

export class RunInvoiceDto {
  invoiceId!: number;

  /** DRAFT, ISSUED, or NOTHING_DUE when all of it is free. */
  state!: InvoiceState;

  /**
   * As printed; null for a draft.
   * @example "F-2026-000123"
   */
  number!: string | null;

  familyId!: number;

  /** @example "DURAND" */
  family!: string;

  /** @example 4880 */
  totalCents!: number;
}
