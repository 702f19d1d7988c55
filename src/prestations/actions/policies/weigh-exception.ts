import { Injectable } from '@nestjs/common';
import type { DateSpan } from '../../../kernel/civil-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { PrestationRow } from '../../data/prestation.entity.js';
import { FindSessionChanges } from '../sessions/find-session-changes.js';

/** Open sessions of a prestation that the rules of now would plan otherwise: they wait for a recomputation. */
export interface SessionsToRecompute {
  readonly prestation: PrestationRow;
  readonly sessions: number;
}

/** How many open sessions wait for a recomputation once an exception came or went. */
@Injectable()
export class WeighException {
  constructor(
    private readonly clock: Clock,
    private readonly findSessionChanges: FindSessionChanges,
  ) {}

  /** On its dates, of each prestation where there are any. */
  async run(prestations: readonly PrestationRow[], span: DateSpan): Promise<SessionsToRecompute[]> {
    const now = this.clock.now();
    const weighed: SessionsToRecompute[] = [];
    for (const prestation of prestations) {
      const { changes } = await this.findSessionChanges.run(prestation, now, span);
      if (changes.length > 0) weighed.push({ prestation, sessions: changes.length });
    }
    return weighed;
  }
}
