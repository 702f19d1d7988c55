import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Text } from '../../platform/database/columns.js';

/** From a day on, what a prestation is called at the Trésorerie. */
@Entity('product_codes')
export class ProductCodeRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() prestationId!: number;
  @Day() fromDate!: Temporal.PlainDate;
  @Text(4) code!: string;
  @Text(4) chapter!: string;
}
