import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/**
 * The places of a session, exact whoever asks at the same time: each move is one conditional statement, inside the
 * caller's unit of work. Whoever moves places of several sessions in one unit does it in the order of their ids.
 */
@Injectable()
export class Places {
  constructor(private readonly database: Database) {}

  /** Takes one place; false when the session is full or called off. */
  async take(sessionId: number): Promise<boolean> {
    const changed = await this.database.change(
      'UPDATE sessions SET taken = taken + 1 WHERE id = ? AND taken < places AND called_off_at IS NULL',
      [sessionId],
    );
    return changed === 1;
  }

  /** Holds the session until the end of the unit, as taking and freeing do: what is read of it then stays true. */
  async hold(sessionId: number): Promise<void> {
    await this.database.rows(`SELECT id FROM sessions WHERE id = ?${this.database.dialect.forUpdate}`, [sessionId]);
  }

  /** Gives one place back. Throws when none was taken: the caller freed twice. */
  async free(sessionId: number): Promise<void> {
    const changed = await this.database.change('UPDATE sessions SET taken = taken - 1 WHERE id = ? AND taken > 0', [
      sessionId,
    ]);
    if (changed !== 1) throw new Error(`session ${sessionId} has no place to give back`);
  }
}
