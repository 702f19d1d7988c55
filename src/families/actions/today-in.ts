import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';

/** The date on the wall of a collectivité. */
@Injectable()
export class TodayIn {
  constructor(
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
  ) {}

  async run(collectiviteId: number): Promise<Temporal.PlainDate> {
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    return dateIn(timeZone, this.clock.now());
  }
}
