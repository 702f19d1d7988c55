import { ApiProperty } from '@nestjs/swagger';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';
import { type CustodyPlace, PLACES } from '../rules/custody-days.js';

export class CustodyDayDto {
  @DayField()
  date!: Temporal.PlainDate;
  /**
   * `HERE` : l’enfant est dans ce foyer, qui réserve et paie. `ELSEWHERE` : non. `OUTSIDE` : la garde n’a pas commencé, ou
   * est finie.
   * @example "HERE"
   */
  @ApiProperty({ enum: PLACES })
  place!: CustodyPlace;
  /** Si un échange de jours confirmé l’a voulu. @example false */
  exchanged!: boolean;
}

export class CustodyDaysDto {
  /** @example 7 */
  childId!: number;
  /** @example "Nolan" */
  firstName!: string;
  @ApiProperty({ type: [CustodyDayDto] })
  days!: CustodyDayDto[];
}
