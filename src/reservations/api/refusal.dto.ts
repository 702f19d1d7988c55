import { ApiProperty } from '@nestjs/swagger';
import type { Temporal } from '../../kernel/civil-time.js';
import { MomentField } from '../../platform/http/fields.js';

export class RefusalDto {
  /** Le code stable de la raison, comme dans le catalogue des problèmes. @example "SESSION_FULL" */
  @ApiProperty({ type: String })
  code!: string;

  /**
   * Ce qui s’est passé et ce qui peut être fait, en français.
   * @example "Les réservations du jeudi 26 novembre 2026 sont closes depuis le jeudi 19 novembre 2026 à 12 h 00."
   */
  detail!: string;

  @MomentField({ optional: true, description: 'Premier instant refusé, quand un délai en est la raison.' })
  closesAt!: Temporal.Instant | null;
}
