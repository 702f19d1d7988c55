import { ApiProperty } from '@nestjs/swagger';
import type { Temporal } from '../../kernel/civil-time.js';
import { MomentField } from '../../platform/http/fields.js';

export class RefusalDto {
  /**
   * The stable code of the reason, as in the catalogue of problems.
   * @example "SESSION_FULL"
   */
  @ApiProperty({ type: String })
  code!: string;

  /** What happened and what can be done, in French. @example "Les réservations du jeudi 26 novembre 2026 sont closes depuis le jeudi 19 novembre 2026 à 12 h 00." */
  detail!: string;

  @MomentField({ optional: true, description: 'First refused instant, when a window is the reason.' })
  closesAt!: Temporal.Instant | null;
}
