import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { LATE_REQUEST_STATES, type LateOperation, type LateRequestState } from '../data/late-request.entity.js';

const OPERATIONS = ['ADD', 'CANCEL'] as const;
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

  @ApiProperty({ enum: OPERATIONS, description: '`ADD` : réserver le jour ; `CANCEL` : l’annuler.', example: 'ADD' })
  @IsIn(OPERATIONS, { message: 'choisissez ADD (réserver) ou CANCEL (annuler).' })
  operation!: LateOperation;
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
  @ApiProperty({ enum: OPERATIONS })
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
  @MomentField()
  askedAt!: Temporal.Instant;
  @MomentField({ optional: true, description: 'Quand la mairie a répondu, ou la famille s’est désistée.' })
  decidedAt!: Temporal.Instant | null;
  /** Ce qu’a répondu la mairie. @example "Les repas sont déjà commandés." */
  answer!: string | null;
}
