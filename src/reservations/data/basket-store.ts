import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { chunksOf } from '../../kernel/lists.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { BasketLineRow } from './basket-line.entity.js';
import { BasketRow } from './basket.entity.js';

/** Whose basket: one adult prepares for one family. */
export interface BasketOwner {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly accountId: number;
}

export interface PlaceWanted {
  readonly sessionId: number;
  readonly childId: number;
}

/** What is taken with a day; absent or null: what the child usually does. */
export interface DayTaken {
  /** Labels of supplements. */
  readonly supplements?: readonly string[] | null | undefined;
  readonly menuTypeId?: number | null | undefined;
}

/** A place, and what is taken with it. */
export interface DayWanted extends PlaceWanted, DayTaken {}

@Injectable()
export class BasketStore {
  constructor(private readonly database: Database) {}

  find({ collectiviteId, familyId, accountId }: BasketOwner): Promise<BasketRow | null> {
    return this.database.repository(BasketRow).findOneBy({ collectiviteId, familyId, accountId });
  }

  /** The lines of a basket; none when there is no basket yet. */
  async lines(owner: BasketOwner): Promise<BasketLineRow[]> {
    const basket = await this.find(owner);
    return basket ? this.linesOf(basket.id) : [];
  }

  linesOf(basketId: number): Promise<BasketLineRow[]> {
    return this.database
      .repository(BasketLineRow)
      .find({ where: { basketId }, order: { sessionId: 'ASC', id: 'ASC' } });
  }

  /** Which of these lines are still in their basket. */
  async present(lineIds: readonly number[]): Promise<Set<number>> {
    const rows = await this.database
      .repository(BasketLineRow)
      .find({ select: { id: true }, where: { id: In([...lineIds]) } });
    return new Set(rows.map(({ id }) => id));
  }

  /** Opens the basket if need be and holds it until the end of the unit, so that no line is added twice. */
  async hold({ collectiviteId, familyId, accountId }: BasketOwner, now: Temporal.Instant): Promise<number> {
    const at = now.epochMilliseconds;
    const columns = ['collectivite_id', 'family_id', 'account_id', 'updated_at'];
    const touched = await this.database.change(
      'UPDATE baskets SET updated_at = ? WHERE family_id = ? AND account_id = ?',
      [at, familyId, accountId],
    );
    if (touched === 0)
      await this.database.change(
        this.database.dialect.upsert('baskets', columns, ['family_id', 'account_id'], 'updated_at = updated_at'),
        [collectiviteId, familyId, accountId, at],
      );
    const [basket] = await this.database.rows<{ id: number }>(
      'SELECT id FROM baskets WHERE family_id = ? AND account_id = ?',
      [familyId, accountId],
    );
    return Number(basket!.id);
  }

  /**
   * Holds the baskets of all the adults of a family until the end of the unit, one being opened if there is none: what
   * they do late is then counted in turn.
   */
  async holdFamily(owner: BasketOwner, now: Temporal.Instant): Promise<void> {
    const all = () =>
      this.database.rows(
        `SELECT id FROM baskets WHERE collectivite_id = ? AND family_id = ? ORDER BY account_id${this.database.dialect.forUpdate}`,
        [owner.collectiviteId, owner.familyId],
      );
    if ((await all()).length > 0) return;
    await this.hold(owner, now);
    // Another adult may have opened theirs at the same second: of the two units, one is begun again.
    await all();
  }

  /** Adds lines in the order of their sessions, many to a statement. */
  async add(owner: BasketOwner, basketId: number, places: readonly DayWanted[], now: Temporal.Instant): Promise<void> {
    const sorted = [...places].sort((a, b) => a.sessionId - b.sessionId || a.childId - b.childId);
    for (const chunk of chunksOf(sorted, 200))
      await this.database.change(
        `INSERT INTO basket_lines (collectivite_id, basket_id, session_id, child_id, supplements, added_at) VALUES ${chunk.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
        chunk.flatMap(({ sessionId, childId, supplements }) => [
          owner.collectiviteId,
          basketId,
          sessionId,
          childId,
          supplements ? JSON.stringify(supplements) : null,
          now.epochMilliseconds,
        ]),
      );
  }

  async remove(lineIds: readonly number[]): Promise<void> {
    for (const ids of chunksOf(lineIds))
      await this.database.change(`DELETE FROM basket_lines WHERE id IN (${ids.map(() => '?').join(',')})`, ids);
  }

  /** Takes one line out of its owner's basket; false when it is not there. */
  async removeOne(owner: BasketOwner, lineId: number): Promise<boolean> {
    const changed = await this.database.change(
      `DELETE FROM basket_lines WHERE id = ? AND collectivite_id = ?
       AND basket_id IN (SELECT id FROM baskets WHERE family_id = ? AND account_id = ?)`,
      [lineId, owner.collectiviteId, owner.familyId, owner.accountId],
    );
    return changed === 1;
  }

  /** Takes out what was wanted for these places, where it is still there. */
  async removePlaces(owner: BasketOwner, places: readonly PlaceWanted[]): Promise<void> {
    const wanted = new Set(places.map(({ sessionId, childId }) => `${sessionId}:${childId}`));
    const lines = await this.lines(owner);
    await this.remove(
      lines.filter(({ sessionId, childId }) => wanted.has(`${sessionId}:${childId}`)).map(({ id }) => id),
    );
  }

  /** Takes every line out; answers how many there were. */
  clear(owner: BasketOwner): Promise<number> {
    return this.database.change(
      `DELETE FROM basket_lines WHERE collectivite_id = ?
       AND basket_id IN (SELECT id FROM baskets WHERE family_id = ? AND account_id = ?)`,
      [owner.collectiviteId, owner.familyId, owner.accountId],
    );
  }
}
