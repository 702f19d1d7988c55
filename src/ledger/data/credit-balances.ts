import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import type { Cents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import { freeCredit } from '../rules/free-credit.js';

/** What the collectivité holds for families: sums of their credit accounts, kept nowhere. */
@Injectable()
export class CreditBalances {
  constructor(private readonly database: Database) {}

  /** What may be spent, by family, in cents: what is held less what is promised. Hold the families' accounts before. */
  async ofFamilies(collectiviteId: number, familyIds: readonly number[]): Promise<Map<number, Cents>> {
    return this.database.read(async () => {
      const held = await this.heldFor(collectiviteId, familyIds);
      const promised = await this.promised(collectiviteId, familyIds);
      return new Map([...held].map(([id, cents]) => [id, freeCredit(cents, promised.get(id) ?? 0)]));
    });
  }

  /** What may be spent for one basket: what is held less what is promised to others. Hold the family's account before. */
  async ofBasket(collectiviteId: number, familyId: number, validationId: number): Promise<Cents> {
    const { heldCents, promisedCents } = await this.besidesBasket(collectiviteId, familyId, validationId);
    return freeCredit(heldCents, promisedCents);
  }

  /** What is held for a family, and what of it is promised to others than one basket. */
  async besidesBasket(
    collectiviteId: number,
    familyId: number,
    validationId: number,
  ): Promise<{ readonly heldCents: Cents; readonly promisedCents: Cents }> {
    return this.database.read(async () => {
      const heldCents = (await this.heldFor(collectiviteId, [familyId])).get(familyId)!;
      const promised = await this.promised(collectiviteId, [familyId], validationId);
      return { heldCents, promisedCents: promised.get(familyId) ?? 0 };
    });
  }

  /** What is held, promised or not, by family, in cents; zero where nothing is. */
  async heldFor(collectiviteId: number, familyIds: readonly number[]): Promise<Map<number, Cents>> {
    const balances = new Map<number, Cents>(familyIds.map((id) => [id, 0]));
    await this.database.read(async () => {
      for (const some of chunksOf(balances.keys())) {
        const rows = await this.database.rows<CreditRow>(
          `SELECT l.family_id, -SUM(l.amount_cents) AS cents
           FROM ledger_accounts a JOIN ledger_lines l ON l.account_id = a.id
           WHERE a.collectivite_id = ? AND a.code IN (${some.map(() => '?').join(',')})
           GROUP BY l.family_id`,
          [collectiviteId, ...some.map((id) => `CREDIT:${id}`)],
        );
        for (const row of rows) balances.set(row.family_id, Number(row.cents));
      }
    });
    return balances;
  }

  /** What is promised, by family, one basket aside. */
  private async promised(
    collectiviteId: number,
    familyIds: readonly number[],
    besides = 0,
  ): Promise<Map<number, Cents>> {
    const promised = new Map<number, Cents>();
    for (const some of chunksOf(new Set(familyIds))) {
      const rows = await this.database.rows<CreditRow>(
        `SELECT family_id, SUM(promised_cents) AS cents FROM credit_promises
         WHERE collectivite_id = ? AND validation_id <> ? AND family_id IN (${some.map(() => '?').join(',')})
         GROUP BY family_id`,
        [collectiviteId, besides, ...some],
      );
      for (const row of rows) promised.set(row.family_id, Number(row.cents));
    }
    return promised;
  }

  /** The families for which something was held at the end of the day `at`, by id. */
  async at(collectiviteId: number, at: Temporal.PlainDate): Promise<{ familyId: number; cents: Cents }[]> {
    const rows = await this.database.read(() =>
      this.database.rows<CreditRow>(
        `SELECT l.family_id, -SUM(l.amount_cents) AS cents
         FROM ledger_accounts a
         JOIN ledger_lines l ON l.account_id = a.id
         JOIN ledger_entries e ON e.id = l.entry_id
         WHERE a.collectivite_id = ? AND a.kind = 'CREDIT' AND e.date <= ?
         GROUP BY l.family_id HAVING SUM(l.amount_cents) <> 0 ORDER BY l.family_id`,
        [collectiviteId, at.toString()],
      ),
    );
    return rows.map(({ family_id: familyId, cents }) => ({ familyId, cents: Number(cents) }));
  }
}

interface CreditRow {
  readonly family_id: number;
  readonly cents: number | string;
}
