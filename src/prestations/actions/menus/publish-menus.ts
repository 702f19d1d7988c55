import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { type Dish, served } from '../../rules/published-menu.js';
import { FindPrestations } from '../find-prestations.js';

export interface MenuOfDate {
  readonly date: Temporal.PlainDate;
  readonly dishes: readonly Dish[];
}

/** Tells families what a prestation serves, day by day; a day that was published is replaced. */
@Injectable()
export class PublishMenus {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findPrestations: FindPrestations,
  ) {}

  /** Throws NOT_FOUND, PRESTATION_ARCHIVED. Of a date told twice, the last holds. */
  run(
    of: { readonly collectiviteId: number; readonly prestationId: number; readonly accountId: number },
    menus: readonly MenuOfDate[],
  ): Promise<void> {
    const { collectiviteId, prestationId, accountId } = of;
    const at = this.clock.now().epochMilliseconds;
    return this.database.unit(async () => {
      await this.findPrestations.open(collectiviteId, prestationId);
      const sql = this.database.dialect.upsert(
        'published_menus',
        ['collectivite_id', 'prestation_id', 'date', 'dishes', 'published_by', 'published_at'],
        ['prestation_id', 'date'],
        'dishes = ?, published_by = ?, published_at = ?',
      );
      for (const { date, dishes } of menus) {
        const told = [JSON.stringify(served(dishes)), accountId, at];
        await this.database.change(sql, [collectiviteId, prestationId, date.toString(), ...told, ...told]);
      }
      await this.audit.record({
        ...{ collectiviteId, accountId, action: 'menus.published' },
        subject: `prestation:${prestationId}`,
        detail: { dates: menus.map(({ date }) => date.toString()) },
      });
    });
  }
}
