import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { eachInTurn } from '../../../platform/tasks/each-in-turn.js';
import { ValidationsStore } from '../../data/validations-store.js';
import { basketValidated } from '../../events.js';
import { recapSentence } from '../../rules/recap.js';
import { MailValidation } from './mail-validation.js';
import type { BasketValidationRow } from '../../data/basket-validation.entity.js';

/** A validation whose request has been silent for this long was cut short. */
const PATIENCE = { minutes: 5 };
const BATCH = 20;

/** Ends a validation once: its recap, the mail that proves it and the event go together. */
@Injectable()
export class FinishValidation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly validations: ValidationsStore,
    private readonly outbox: Outbox,
    private readonly findCollectivite: FindCollectivite,
    private readonly mailValidation: MailValidation,
  ) {}

  async run(validationId: number): Promise<void> {
    await this.database.unit(async () => {
      const validation = await this.validations.hold(validationId);
      if (validation.finishedAt === null) await this.finish(validation);
    });
  }

  /** Ends those that a killed process left half-way, so that each family has proof of what is reserved. */
  async overdue(): Promise<number> {
    const before = this.clock.now().subtract(PATIENCE);
    const rows = await this.database.read(() => this.validations.unfinished(before, BATCH));
    return (await eachInTurn(rows, ({ id }) => this.run(id))).length;
  }

  private async finish({ id, collectiviteId, familyId, accountId, recap: { lines } }: BasketValidationRow) {
    const recap = { sentence: recapSentence(lines), lines };
    await this.validations.finish(id, recap, this.clock.now());
    if (lines.length === 0) return;
    const collectivite = await this.findCollectivite.run(collectiviteId);
    await this.mailValidation.run({ collectivite, familyId, accountId, validationId: id, recap });
    const reservationIds = lines.flatMap(({ reservationId }) => reservationId ?? []);
    const refused = lines.filter(({ code }) => code !== null).length;
    await this.outbox.emit(
      basketValidated,
      { collectiviteId, familyId, accountId, validationId: id, reservationIds, refused },
      { collectiviteId, key: String(id) },
    );
  }
}
