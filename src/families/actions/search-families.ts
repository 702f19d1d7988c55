import { Injectable } from '@nestjs/common';
import { foldedText } from '../../kernel/folded-text.js';
import { groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import type { FamilyCard } from '../rules/family-card.js';
import { FindFamilies } from './find-families.js';

export interface FoundFamily extends FamilyCard {
  readonly id: number;
  readonly children: readonly { readonly childId: number; readonly firstName: string; readonly lastName: string }[];
}

export interface FamilySearch {
  /** Words of the family's name or of a child's names, all to be found; or its whole number, or an adult's e-mail. */
  readonly text: string;
  readonly after: number;
  readonly limit: number;
}

const MOST_WORDS = 5;
const WORD = `(f.name_key LIKE ? OR EXISTS (
  SELECT 1 FROM custodies c JOIN children ch ON ch.id = c.child_id
  WHERE c.family_id = f.id AND ch.identity_key LIKE ?))`;
const EMAIL =
  'EXISTS (SELECT 1 FROM guardians g WHERE g.collectivite_id = f.collectivite_id AND g.family_id = f.id AND g.email = ?)';

/** The families that match a search, by id; one more than the limit when there are others. */
@Injectable()
export class SearchFamilies {
  constructor(
    private readonly database: Database,
    private readonly findFamilies: FindFamilies,
  ) {}

  run(collectiviteId: number, { text, after, limit }: FamilySearch): Promise<FoundFamily[]> {
    const typed = text.trim();
    const words = foldedText(typed).split(' ').filter(Boolean).slice(0, MOST_WORDS);
    const named = words.length > 0 ? words.map(() => WORD).join(' AND ') : '1 = 0';
    // Folded words hold letters and digits only: nothing in them is a wildcard.
    const parameters = words.flatMap((word) => [`%${word}%`, `%${word}%`]);
    const matching = typed === '' ? '' : `AND ((${named}) OR f.external_ref IN (?, ?) OR ${EMAIL})`;
    const exact = typed === '' ? [] : [typed, typed.toUpperCase(), typed.toLowerCase()];
    return this.database.read(async () => {
      const found = await this.database.rows<{ id: number }>(
        `SELECT f.id FROM families f WHERE f.collectivite_id = ? AND f.id > ?
         ${matching}
         ORDER BY f.id LIMIT ${Math.trunc(limit) + 1}`,
        [collectiviteId, after, ...parameters, ...exact],
      );
      const ids = found.map(({ id }) => Number(id));
      const cards = await this.findFamilies.run(collectiviteId, ids);
      const childrenOf = await this.childrenOf(collectiviteId, ids);
      return ids.map((id) => ({ ...cards.get(id)!, id, children: childrenOf.get(id) ?? [] }));
    });
  }

  private async childrenOf(collectiviteId: number, ids: readonly number[]) {
    if (ids.length === 0) return new Map<number, FoundFamily['children']>();
    const rows = await this.database.rows<{
      family_id: number;
      id: number;
      first_name: string;
      last_name: string;
      birth_date: string;
    }>(
      `SELECT DISTINCT c.family_id, ch.id, ch.first_name, ch.last_name, ch.birth_date
       FROM custodies c JOIN children ch ON ch.id = c.child_id
       WHERE c.collectivite_id = ? AND c.family_id IN (${ids.map(() => '?').join(', ')})
       ORDER BY ch.birth_date, ch.id`,
      [collectiviteId, ...ids],
    );
    const named = rows.map(({ family_id, id, first_name, last_name }) => ({
      familyId: Number(family_id),
      child: { childId: Number(id), firstName: first_name, lastName: last_name },
    }));
    return new Map(
      [...groupedBy(named, ({ familyId }) => familyId)].map(([id, group]) => [id, group.map(({ child }) => child)]),
    );
  }
}
