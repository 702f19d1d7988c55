import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { FieldError } from '../../kernel/problem.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { RegistrationRow } from '../data/registration.entity.js';
import { invitationsProblems } from '../problems.js';

type Step =
  | Pick<RegistrationRow, 'accountStep' | 'passwordHash'>
  | Pick<RegistrationRow, 'guardiansStep'>
  | Pick<RegistrationRow, 'childrenStep'>;

/** Keeps one step of a registration; the others stay, so the wizard may go back and forth. */
@Injectable()
export class KeepStep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ id, collectiviteId }: RegistrationRow, step: Step): Promise<void> {
    await this.database.unit(() =>
      this.database
        .repository(RegistrationRow)
        .update({ id, collectiviteId, completedAt: IsNull() }, { ...step, updatedAt: this.clock.now() }),
    );
  }
}

export function stepNotValid(errors: readonly FieldError[]) {
  return invitationsProblems.STEP_NOT_VALID('Corrigez les champs signalés, puis continuez.', { errors });
}
