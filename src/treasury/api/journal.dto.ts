import { ApiProperty } from '@nestjs/swagger';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';

export const MOVEMENT_KINDS = ['payment', 'payment-reversal', 'refund', 'refund-reversal'] as const;

export class CollectedPartDto {
  /** `null` pour ce qui ne règle rien : un avoir de la famille. @example 3 */
  @ApiProperty({ type: Number, nullable: true })
  prestationId!: number | null;

  /** @example "Cantine – École Jean-Moulin" */
  label!: string;

  /** Nature M57 (article). @example "7067" */
  nature!: string | null;

  /** Fonction M57. @example "281" */
  function!: string | null;

  /** En centimes ; négatif pour ce qui repart. @example 3600 */
  cents!: number;
}

export class JournalLineDto {
  /** L’écriture comptable. @example 41 */
  entryId!: number;

  /** Le jour pour lequel il compte. */
  @DayField()
  on!: Temporal.PlainDate;

  /** Un paiement, son annulation, un remboursement ou l’annulation d’un remboursement. @example "payment" */
  @ApiProperty({ enum: MOVEMENT_KINDS, enumName: 'MovementKind' })
  kind!: (typeof MOVEMENT_KINDS)[number];

  /** Numéro de la quittance, de l’annulation ou de la liste de remboursements. @example "Q-2026-000007" */
  number!: string;

  /** La quittance qu’il annule. */
  @ApiProperty({ type: String, nullable: true, example: 'Q-2026-000004' })
  annuls!: string | null;

  /** @example 12 */
  familyId!: number;

  /** @example "DURAND" */
  familyName!: string;

  /** @example "Camille DURAND" */
  payerName!: string;

  /** Banque et numéro du chèque, référence du virement. @example "CIC 0012345" */
  reference!: string | null;

  /** Le jour où l’argent a été reçu. */
  @DayField({ optional: true })
  receivedOn!: Temporal.PlainDate | null;

  /** @example "CHEQUE" */
  means!: string;

  /** @example "chèque" */
  meansLabel!: string;

  /** En centimes : de ce qui est demandé seulement ; négatif pour ce qui repart. @example 4800 */
  cents!: number;

  /** Ce qu’il règle, par imputation et prestation. */
  parts!: CollectedPartDto[];

  /** L’annulation de cette quittance. */
  @ApiProperty({ type: String, nullable: true, example: 'AQ-2026-000003' })
  annulledBy!: string | null;

  /** Le bordereau de versement qui le porte. @example "V-2026-000005" */
  remittance!: string | null;
}

export class JournalMeansDto {
  /** @example "CHEQUE" */
  means!: string;

  /** @example "chèque" */
  label!: string;

  /** Nombre de paiements. @example 12 */
  operations!: number;

  /** Ce jour-là, en centimes. @example 48000 */
  cents!: number;

  /** Depuis le début de la période, en centimes. @example 120000 */
  cumulatedCents!: number;

  /** Les écritures de ce jour. @example "/api/v1/collectivites/1/ledger-entries?from=2026-11-10&to=2026-11-10" */
  entries!: string;

  /** Celles depuis le début de la période. @example "/api/v1/collectivites/1/ledger-entries?from=2026-11-01&to=2026-11-10" */
  cumulatedEntries!: string;
}

export class JournalDayDto {
  @DayField()
  on!: Temporal.PlainDate;

  byMeans!: JournalMeansDto[];

  /** Ce jour-là, tous moyens, en centimes. @example 48000 */
  cents!: number;

  /** Depuis le début de la période, en centimes. @example 120000 */
  cumulatedCents!: number;

  /** Les écritures de ce jour. @example "/api/v1/collectivites/1/ledger-entries?from=2026-11-10&to=2026-11-10" */
  entries!: string;

  /** Celles depuis le début de la période. @example "/api/v1/collectivites/1/ledger-entries?from=2026-11-01&to=2026-11-10" */
  cumulatedEntries!: string;
}
