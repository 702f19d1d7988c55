import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Database } from '../../../platform/database/database.js';
import { PublishedMenuRow } from '../../data/published-menu.entity.js';
import { FindPrestations } from '../find-prestations.js';

/** Takes back what was published between two dates, both included; where nothing was, nothing is done. */
@Injectable()
export class WithdrawMenus {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly findPrestations: FindPrestations,
  ) {}

  /** Throws NOT_FOUND. */
  run(
    of: { readonly collectiviteId: number; readonly prestationId: number; readonly accountId: number },
    { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  ): Promise<void> {
    const { collectiviteId, prestationId, accountId } = of;
    return this.database.unit(async () => {
      await this.findPrestations.locked(collectiviteId, prestationId);
      const { affected } = await this.database
        .repository(PublishedMenuRow)
        .delete({ collectiviteId, prestationId, date: Between(from, to) });
      if (!affected) return;
      await this.audit.record({
        ...{ collectiviteId, accountId, action: 'menus.withdrawn' },
        subject: `prestation:${prestationId}`,
        detail: { from: from.toString(), to: to.toString() },
      });
    });
  }
}
