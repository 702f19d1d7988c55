import { IsInt, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { MomentField } from '../../platform/http/fields.js';

export class NewCalendarFeedDto {
  /** @example 12 */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  childId!: number;
}

export class CalendarFeedDto {
  /** @example 31 */
  id!: number;
  /** @example 12 */
  childId!: number;
  /** @example "Léa" */
  firstName!: string;
  @MomentField({ description: 'Depuis quand l’adresse actuelle fonctionne.' })
  createdAt!: Temporal.Instant;
}

export class CalendarAddressDto {
  /**
   * L’adresse à donner au calendrier. Qui la connaît lit ces jours : elle n’est dite que cette fois.
   * @example "https://famille.exemple.fr/api/v1/calendar-feeds/mZ2Jq8Yd0bT4nVx1LrKe7uCwA9hS3pQfG5oEiRyNtkM.ics"
   */
  url!: string;
}
