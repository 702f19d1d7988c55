import type { Temporal } from '../../kernel/civil-time.js';
import { MomentField } from '../../platform/http/fields.js';

export class CopyAllowanceDto {
  /** Copies par jour, sous l’une ou l’autre forme. @example 5 */
  limit!: number;
  /** Celles qui peuvent encore être demandées. @example 3 */
  left!: number;
  @MomentField({
    optional: true,
    description: 'Quand elles pourront toutes l’être de nouveau ; `null` : elles le peuvent.',
  })
  again!: Temporal.Instant | null;
}
