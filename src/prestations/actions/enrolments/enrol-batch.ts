import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { ChildRow } from '../../../families/index.js';
import { Database } from '../../../platform/database/database.js';
import type { PrestationRow } from '../../data/prestation.entity.js';
import { checkedSpan } from '../checked-span.js';
import { EnrolChildren, type Enrolled } from './enrol-children.js';
import { FindPrestations } from '../find-prestations.js';

/** Whom to enrol: these children, or those of a site (the prestation's own unless told), or of one of its classes. */
export interface EnrolmentBatch {
  readonly childIds?: readonly number[] | undefined;
  readonly siteId?: number | undefined;
  readonly className?: string | undefined;
  readonly from: Temporal.PlainDate;
  readonly to?: Temporal.PlainDate | null | undefined;
}

@Injectable()
export class EnrolBatch {
  constructor(
    private readonly database: Database,
    private readonly findPrestations: FindPrestations,
    private readonly enrolChildren: EnrolChildren,
  ) {}

  /** Enrols those who can be and tells the others. Throws NOT_FOUND, PRESTATION_ARCHIVED, DATES_REVERSED. */
  run(collectiviteId: number, prestationId: number, batch: EnrolmentBatch): Promise<Enrolled> {
    const span = checkedSpan(batch);
    return this.database.unit(async () => {
      const prestation = await this.findPrestations.open(collectiviteId, prestationId);
      const childIds = batch.childIds ?? (await this.childrenOf(prestation, batch));
      return this.enrolChildren.run(prestation, childIds, span);
    });
  }

  private async childrenOf(prestation: PrestationRow, { siteId, className }: EnrolmentBatch): Promise<number[]> {
    const rows = await this.database.repository(ChildRow).find({
      select: { id: true },
      where: {
        collectiviteId: prestation.collectiviteId,
        siteId: siteId ?? prestation.siteId,
        ...(className === undefined ? {} : { className }),
      },
      order: { id: 'ASC' },
    });
    return rows.map(({ id }) => id);
  }
}
