import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { type CustodyDay, custodyDays } from '../../rules/custody-days.js';
import { familyInCharge } from '../../rules/custody.js';
import { FindChildrenOfFamily } from '../find-children.js';
import { LoadCustody } from './load-custody.js';

export interface DaysOfChild {
  readonly childId: number;
  readonly firstName: string;
  readonly days: readonly CustodyDay[];
}

/** On which days a foyer has each of its children, confirmed swaps included: those it has in a period, eldest first. */
@Injectable()
export class ListCustodyDays {
  constructor(
    private readonly database: Database,
    private readonly findChildren: FindChildrenOfFamily,
    private readonly loadCustody: LoadCustody,
  ) {}

  run(
    { collectiviteId, familyId }: { readonly collectiviteId: number; readonly familyId: number },
    { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  ): Promise<DaysOfChild[]> {
    return this.database.read(async () => {
      const children = await this.findChildren.run(collectiviteId, familyId, from, to);
      const book = await this.loadCustody.run(
        collectiviteId,
        children.map(({ childId }) => childId),
      );
      return children.map(({ childId, firstName }) => ({
        childId,
        firstName,
        days: custodyDays(from, to, {
          away: (date) => book.awayFrom(familyId, childId, date),
          exchanged: (date) => book.familyOn(childId, date) !== familyInCharge(book.custodiesOf(childId), date),
        }),
      }));
    });
  }
}
