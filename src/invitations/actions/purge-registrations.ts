import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';

/** Deletes the registrations that nobody can take up again, with what was typed, and the challenges that expired. */
@Injectable()
export class PurgeRegistrations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Answers how many rows went. */
  async run(): Promise<number> {
    const now = this.clock.now().epochMilliseconds;
    const registrations = await this.database.unit(() =>
      this.database.change('DELETE FROM registrations WHERE expires_at <= ?', [now]),
    );
    const challenges = await this.database.unit(() =>
      this.database.change('DELETE FROM solved_challenges WHERE expires_at <= ?', [now]),
    );
    return registrations + challenges;
  }
}
