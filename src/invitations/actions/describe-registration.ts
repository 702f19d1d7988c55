import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite } from '../../collectivites/index.js';
import { FindAccountByEmail, NO_PASSWORD } from '../../identity/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import type { HeldFamily } from '../rules/corrections.js';
import type { AccountStep, ChildStep, GuardianStep } from '../rules/registration-steps.js';
import { FindRegistration } from './find-registration.js';
import { LoadHeldFamily } from './load-held-family.js';

export interface RegistrationDescription {
  readonly collectivite: CollectiviteRow;
  readonly email: string;
  /** The guardian whose account is being created. */
  readonly guardianId: number;
  /** An account with a password exists at this address: its password is asked for, none is chosen. */
  readonly accountExists: boolean;
  readonly held: HeldFamily;
  readonly account: AccountStep | null;
  readonly guardians: GuardianStep[] | null;
  readonly children: ChildStep[] | null;
  readonly expiresAt: Temporal.Instant;
}

/** Where the creation of an account stands: what the mairie holds, what was saved of each step. */
@Injectable()
export class DescribeRegistration {
  constructor(
    private readonly database: Database,
    private readonly findRegistration: FindRegistration,
    private readonly findCollectivite: FindCollectivite,
    private readonly loadHeldFamily: LoadHeldFamily,
    private readonly findAccount: FindAccountByEmail,
  ) {}

  /** Throws REGISTRATION_NOT_FOUND. */
  run(token: string): Promise<RegistrationDescription> {
    return this.database.read(async () => {
      const { registration, invitation, guardian } = await this.findRegistration.run(token);
      const collectivite = await this.findCollectivite.run(registration.collectiviteId);
      const account = await this.findAccount.run(invitation.email);
      return {
        collectivite,
        email: invitation.email,
        guardianId: guardian.id,
        accountExists: account !== null && account.passwordHash !== NO_PASSWORD,
        held: await this.loadHeldFamily.run(collectivite, guardian),
        account: registration.accountStep,
        guardians: registration.guardiansStep,
        children: registration.childrenStep,
        expiresAt: registration.expiresAt,
      };
    });
  }
}
