import { Injectable } from '@nestjs/common';
import { nameKey } from '../../../collectivites/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { ServiceWishRow } from '../../data/service-wish.entity.js';
import { EnrolFromWishes } from './enrol-from-wishes.js';

/** Keeps what a child is expected to use, in place of what was said before, and enrols the child where that exists. */
@Injectable()
export class KeepWishes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly enrolFromWishes: EnrolFromWishes,
  ) {}

  /** Wishes that are no longer said are forgotten; enrolments stay, as only an agent ends them. */
  run(wished: {
    readonly collectiviteId: number;
    readonly childId: number;
    readonly labels: readonly string[];
  }): Promise<void> {
    const { collectiviteId, childId } = wished;
    const labels = new Map(
      wished.labels.map((label) => [nameKey(label, 60), [...label].slice(0, 60).join('')] as const),
    );
    labels.delete('');
    return this.database.unit(async () => {
      await this.database.repository(ServiceWishRow).delete({ collectiviteId, childId });
      const createdAt = this.clock.now();
      for (const [labelKey, label] of labels)
        await this.database.insert(ServiceWishRow, { collectiviteId, childId, label, labelKey, createdAt });
      await this.enrolFromWishes.ofChild(collectiviteId, childId, [...labels.values()]);
    });
  }
}
