import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { PayfipSettingsRow } from './payfip-settings.entity.js';

@Injectable()
export class FindPayfipSettings {
  constructor(private readonly database: Database) {}

  /** How a collectivité has its PayFiP contract; null when it has none. */
  run(collectiviteId: number): Promise<PayfipSettingsRow | null> {
    return this.database.read(() => this.database.repository(PayfipSettingsRow).findOneBy({ collectiviteId }));
  }
}
