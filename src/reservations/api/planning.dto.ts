import { ApiProperty } from '@nestjs/swagger';
import { type Temporal, type Weekday, WEEKDAYS } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import { CELL_STATES, type CellState } from '../rules/cell.js';

export class PlanningQuery {
  @DayField({ description: 'Premier jour affiché.', example: '2026-11-02' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Dernier jour affiché, 62 jours au plus après le premier.', example: '2026-11-29' })
  to!: Temporal.PlainDate;
}

export class CellDto {
  @DayField()
  date!: Temporal.PlainDate;

  /** Ce que la famille peut faire de ce jour. */
  @ApiProperty({ enum: CELL_STATES })
  state!: CellState;

  /** Le mot qui va avec l’état, en français. @example "complet" */
  @ApiProperty({ type: String, nullable: true })
  why!: string | null;

  @MomentField({ optional: true, description: 'Depuis quand l’état est `CLOSED`.' })
  since!: Temporal.Instant | null;

  /** `null`, comme tous les champs ci-dessous, quand il n’y a pas de séance ou que ce foyer n’a pas l’enfant. */
  @ApiProperty({ type: Number, nullable: true })
  sessionId!: number | null;

  /** La réservation, quand l’état est `RESERVED`. */
  @ApiProperty({ type: Number, nullable: true })
  reservationId!: number | null;

  /** La ligne de votre propre panier, même quand elle ne peut plus être validée. */
  @ApiProperty({ type: Number, nullable: true })
  basketLineId!: number | null;

  /** La place de l’enfant sur la liste d’attente, quand l’état est `WAITING` ou `OFFERED`. */
  @ApiProperty({ type: Number, nullable: true })
  waitingEntryId!: number | null;

  /** Rang parmi ceux qui attendent encore, quand l’état est `WAITING`. @example 2 */
  @ApiProperty({ type: Number, nullable: true })
  waitingRank!: number | null;

  @MomentField({
    optional: true,
    description: 'Quand l’état est `OFFERED` : premier instant où la place n’est plus gardée.',
  })
  offerExpiresAt!: Temporal.Instant | null;

  /** Quand l’état est `AWAITING_PAYMENT` : la validation à payer. */
  @ApiProperty({ type: Number, nullable: true })
  validationId!: number | null;

  @MomentField({
    optional: true,
    description: 'Quand l’état est `AWAITING_PAYMENT` : premier instant où la place ne peut plus être payée.',
  })
  heldUntil!: Temporal.Instant | null;

  /** Quand l’état est `FULL` : si l’enfant peut rejoindre la liste d’attente. */
  waitingListOpen!: boolean;

  /**
   * En centimes : le prix promis quand l’état est `RESERVED`, sinon le prix du jour pour cette famille selon son tarif
   * et son quotient.
   * @example 350
   */
  @ApiProperty({ type: Number, nullable: true })
  unitCents!: number | null;

  /**
   * Le prix tel qu’on le lit, et comment il se forme quand un seul montant ne le dit pas.
   * @example "45,00 € par mois"
   */
  @ApiProperty({ type: String, nullable: true })
  price!: string | null;

  /**
   * Ce que coûterait une présence sans réservation, quand le tarif lui donne un prix à part et que le jour n’est pas
   * réservé.
   * @example "5,60 €"
   */
  @ApiProperty({ type: String, nullable: true })
  unplannedPrice!: string | null;

  /** @example 12 */
  @ApiProperty({ type: Number, nullable: true })
  placesLeft!: number | null;

  @MomentField({ optional: true, description: 'Premier instant où la réservation est refusée.' })
  addClosesAt!: Temporal.Instant | null;

  @MomentField({
    optional: true,
    description:
      'Premier instant où le jour ne se réserve plus comme maintenant : sa limite ou, une fois passée, la fin de ce que le règlement accepte en retard.',
  })
  bookableUntil!: Temporal.Instant | null;

  @MomentField({ optional: true, description: 'Premier instant où l’annulation est refusée.' })
  cancelClosesAt!: Temporal.Instant | null;

  /** Si la réservation peut être annulée maintenant. */
  cancellable!: boolean;

  /**
   * Quand l’état est `RESERVED` : si l’enfant n’est plus dans ce foyer ce jour-là, après un échange par exemple. La
   * réservation reste à ce foyer, et lui est facturée, tant qu’il ne l’annule pas.
   */
  elsewhere!: boolean;
}

export class PlanningRowDto {
  prestationId!: number;
  /** @example "Cantine" */
  prestationName!: string;
  /** @example "École Jules-Ferry" */
  siteName!: string;
  /** R : payé à la réservation ; C : à la consommation. */
  @ApiProperty({ enum: ['R', 'C'] })
  paymentMode!: 'R' | 'C';
  /** À l’heure locale. @example "11:45" */
  @ApiProperty({ type: String, nullable: true })
  startsAt!: string | null;
  /** @example "13:30" */
  @ApiProperty({ type: String, nullable: true })
  endsAt!: string | null;
  /** Les jours de la semaine où la prestation peut avoir lieu, de lundi à dimanche. */
  @ApiProperty({ enum: WEEKDAYS, isArray: true, example: ['MO', 'TU', 'TH', 'FR'] })
  weekdays!: readonly Weekday[];
  /** Un par jour de la période, dans l’ordre. */
  @ApiProperty({ type: [CellDto] })
  cells!: readonly CellDto[];
}

export class PlanningChildDto {
  childId!: number;
  /** @example "Léa" */
  firstName!: string;
  /** @example "MOREAU" */
  lastName!: string;
  /** Les prestations auxquelles l’enfant est inscrit pendant la période. */
  @ApiProperty({ type: [PlanningRowDto] })
  rows!: readonly PlanningRowDto[];
}

export class PlanningDto {
  @DayField()
  from!: Temporal.PlainDate;
  @DayField()
  to!: Temporal.PlainDate;
  @MomentField({ description: 'L’instant auquel valent les états.' })
  readAt!: Temporal.Instant;
  /** Fuseau de la collectivité, dont l’heure règle les délais. @example "Europe/Paris" */
  timeZone!: string;
  @ApiProperty({ type: [PlanningChildDto] })
  children!: readonly PlanningChildDto[];
}
