import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { RegistrationRow } from '../data/registration.entity.js';
import { FindRegistration } from './find-registration.js';

/** « Annuler la création de compte »: forgets what was typed. The link of the invitation may still be used. */
@Injectable()
export class CancelRegistration {
  constructor(
    private readonly database: Database,
    private readonly findRegistration: FindRegistration,
  ) {}

  /** Throws REGISTRATION_NOT_FOUND. */
  async run(token: string): Promise<void> {
    await this.database.unit(async () => {
      const { registration } = await this.findRegistration.run(token);
      const { id, collectiviteId } = registration;
      await this.database.repository(RegistrationRow).delete({ id, collectiviteId, completedAt: IsNull() });
    });
  }
}
