import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { eachInTurn } from '../../../platform/tasks/each-in-turn.js';
import type { BasketValidationRow } from '../../data/basket-validation.entity.js';
import { HoldsStore } from '../../data/holds-store.js';
import { ValidationsStore } from '../../data/validations-store.js';
import { HoldPlaces } from '../places/hold-places.js';
import { LetCreditGo } from './let-credit-go.js';
import { MailHolds } from './mail-holds.js';

const BATCH = 50;

/** Gives places back whose payment did not come in time, and tells each family once what is not reserved. */
@Injectable()
export class ReleaseHolds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly holds: HoldsStore,
    private readonly validations: ValidationsStore,
    private readonly holdPlaces: HoldPlaces,
    private readonly letCreditGo: LetCreditGo,
    private readonly mailHolds: MailHolds,
  ) {}

  /** Answers how many baskets were told that they are not paid. */
  async run(): Promise<number> {
    const now = this.clock.now();
    await eachInTurn(this.over(now), ({ collectiviteId, sessionId }) =>
      this.database.unit(async () => void (await this.holdPlaces.run(collectiviteId, [sessionId], now))),
    );
    const told = await eachInTurn(this.toTell(), (id) =>
      this.database.unit(async () => this.end(await this.validations.hold(id), now)),
    );
    return told.filter(Boolean).length;
  }

  /**
   * Ends a basket of which nothing is held any more, and tells its family; false when there was nothing to tell. Inside a
   * unit that holds the validation.
   */
  async end(validation: BasketValidationRow, now: Temporal.Instant): Promise<boolean> {
    const holds = await this.holds.ofValidation(validation.collectiviteId, validation.id);
    if (holds.some(({ living }) => living === 1)) return false;
    await this.letCreditGo.run(validation);
    const untold = holds.filter(({ state, toldAt }) => state === 'RELEASED' && toldAt === null);
    if (untold.length === 0) return false;
    await this.holds.tell(
      untold.map((hold) => hold.id),
      now,
    );
    await this.mailHolds.notPaid(validation, untold);
    return true;
  }

  private async *over(now: Temporal.Instant) {
    for (let after = 0; ;) {
      const sessions = await this.database.read(() => this.holds.overByClock(now, after, BATCH));
      yield* sessions;
      if (sessions.length < BATCH) return;
      after = sessions.at(-1)!.sessionId;
    }
  }

  private async *toTell() {
    for (let after = 0; ;) {
      const ids = await this.database.read(() => this.holds.toTell(after, BATCH));
      yield* ids;
      if (ids.length < BATCH) return;
      after = ids.at(-1)!;
    }
  }
}
