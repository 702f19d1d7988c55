import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';

export class ReceiptAnnulledDto {
  /** @example "AQ-2026-000003" */
  number!: string;

  @DayField()
  on!: Temporal.PlainDate;

  /** @example "chèque impayé" */
  reason!: string;
}

export class RegisteredReceiptDto {
  /** @example 7 */
  paymentId!: number;

  /** @example "Q-2026-000007" */
  number!: string;

  /** Le jour pour lequel elle compte. */
  @DayField()
  accountedOn!: Temporal.PlainDate;

  /** Le jour où l’argent a été reçu. */
  @DayField()
  receivedOn!: Temporal.PlainDate;

  /** @example 12 */
  familyId!: number;

  /** @example "DURAND" */
  familyName!: string;

  /** @example "Camille DURAND" */
  payerName!: string;

  /** @example "CHEQUE" */
  means!: string;

  /** @example "chèque" */
  meansLabel!: string;

  /** @example "CIC 0012345" */
  reference!: string | null;

  /** Le montant reçu, en centimes, même annulé depuis. @example 9600 */
  cents!: number;

  /** Ce qui l’annule ; `null` si elle tient. */
  annulled!: ReceiptAnnulledDto | null;
}

export class MissingNumbersDto {
  /** @example "Q-2026-000004" */
  from!: string;

  /** @example "Q-2026-000006" */
  to!: string;
}

export class RegisterNumbersDto {
  /** @example 2026 */
  year!: number;

  /** @example "Q-2026-000101" */
  first!: string;

  /** @example "Q-2026-000158" */
  last!: string;

  /** Nombre de quittances, annulées comprises. @example 58 */
  receipts!: number;

  /** Ce qui a été reçu, en centimes. @example 312050 */
  cents!: number;

  /** Combien sont annulées. @example 1 */
  annulled!: number;

  /** Ce qu’elles faisaient, en centimes. @example 9600 */
  annulledCents!: number;

  /** Numéros entre la première et la dernière qui comptent pour d’autres jours ou n’ont pas été demandés. @example 0 */
  elsewhere!: number;

  /** Numéros que ne porte aucune quittance : aucun, sauf si quelque chose a été effacé. Vingt suites au plus. */
  missing!: MissingNumbersDto[];
}
