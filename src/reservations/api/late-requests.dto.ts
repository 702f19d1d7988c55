import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import {
  LATE_OPERATIONS,
  LATE_REQUEST_STATES,
  type LateOperation,
  type LateRequestState,
} from '../data/late-request.entity.js';

const LARGEST_ID = 2_147_483_647;

export class NewLateRequestDto {
  /** @example 812 */
  @IsInt()
  @Min(1)
  @Max(LARGEST_ID)
  sessionId!: number;

  /** @example 31 */
  @IsInt()
  @Min(1)
  @Max(LARGEST_ID)
  childId!: number;

  @ApiProperty({
    enum: LATE_OPERATIONS,
    description:
      '`ADD` : réserver le jour ; `CANCEL` : l’annuler ; `MODIFY` : l’échanger contre `toSessionId` ; `DIET` : en changer le menu.',
    example: 'ADD',
  })
  @IsIn(LATE_OPERATIONS, {
    message: 'choisissez ADD (réserver), CANCEL (annuler), MODIFY (échanger) ou DIET (changer de menu).',
  })
  operation!: LateOperation;

  /** Le jour voulu à la place, de la même prestation ; nécessaire à un échange. @example 813 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LARGEST_ID)
  toSessionId?: number;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    description: 'Le menu voulu ; absent ou `null` : le menu habituel de l’enfant.',
    example: 2,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LARGEST_ID)
  menuTypeId?: number | null;
}

export class LateRequestAnswerDto {
  /** Si la mairie fait ce qui est demandé. @example true */
  @IsBoolean()
  accepted!: boolean;

  /** Ce que lit la famille ; nécessaire en cas de refus. @example "Les repas sont déjà commandés." */
  @ApiPropertyOptional({ type: String, maxLength: 300 })
  @IsOptional()
  @Typed({ max: 300, multiline: true })
  answer?: string;
}

export class LateRequestsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: LATE_REQUEST_STATES, description: 'Seulement celles dans cet état.' })
  @IsOptional()
  @IsIn(LATE_REQUEST_STATES)
  state?: LateRequestState;
}

export class LateRequestDto {
  /** @example 17 */
  id!: number;
  @ApiProperty({ enum: LATE_OPERATIONS })
  operation!: LateOperation;
  @ApiProperty({ enum: LATE_REQUEST_STATES })
  state!: LateRequestState;
  familyId!: number;
  /** @example "MOREAU" */
  familyName!: string;
  childId!: number;
  /** @example "Léa MOREAU" */
  childName!: string;
  sessionId!: number;
  @DayField()
  date!: Temporal.PlainDate;
  prestationId!: number;
  /** @example "Cantine" */
  prestationName!: string;
  /** Le jour voulu à la place, d’un échange. @example null */
  toSessionId!: number | null;
  @DayField({ optional: true })
  toDate!: Temporal.PlainDate | null;
  /** Le menu voulu ; `null` : le menu habituel de l’enfant, ou il ne s’agit pas de menu. @example null */
  menuTypeId!: number | null;
  /** @example "Sans viande" */
  menuName!: string | null;
  @MomentField()
  askedAt!: Temporal.Instant;
  @MomentField({ optional: true, description: 'Quand la mairie a répondu, ou la famille s’est désistée.' })
  decidedAt!: Temporal.Instant | null;
  /** Ce qu’a répondu la mairie. @example "Les repas sont déjà commandés." */
  answer!: string | null;
}
