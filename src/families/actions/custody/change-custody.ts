import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { invalidRequest } from '../../../platform/http/validation.js';
import { ChildRow } from '../../data/child.entity.js';
import { CustodyRow } from '../../data/custody.entity.js';
import { FamilyRow } from '../../data/family.entity.js';
import { TakeTurn } from '../../data/take-turn.js';
import { familiesProblems } from '../../problems.js';
import { custodyErrors, type CustodyWeeks } from '../../rules/custody.js';

export interface CustodyChange {
  readonly from: Temporal.PlainDate;
  /** Who has the child from then on; nobody when empty. */
  readonly custodies: readonly { readonly familyId: number; readonly weeks: CustodyWeeks }[];
}

/** Says who has a child from a date on: what held until then ends the day before and stays known. */
@Injectable()
export class ChangeCustody {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly takeTurn: TakeTurn,
  ) {}

  /** Throws NOT_FOUND, INVALID_REQUEST for a family of elsewhere, CUSTODY_CONFLICT. */
  async run(collectiviteId: number, childId: number, change: CustodyChange, accountId: number | null): Promise<void> {
    const wanted = change.custodies.map((custody) => ({ ...custody, from: change.from, to: null }));
    const errors = custodyErrors(wanted);
    if (errors.length > 0) {
      throw familiesProblems.CUSTODY_CONFLICT('Un enfant est dans un seul foyer chaque semaine : voyez « errors ».', {
        errors,
      });
    }
    await this.database.unit(async () => {
      await this.takeTurn.run(collectiviteId);
      await this.requireKnown(collectiviteId, childId, change);
      const custodies = this.database.repository(CustodyRow);
      const known = await custodies.findBy({ collectiviteId, childId });
      const kept = (row: CustodyRow) =>
        row.toDate === null &&
        !isBefore(change.from, row.fromDate) &&
        wanted.some(({ familyId, weeks }) => familyId === row.familyId && weeks === row.weeks);
      const after = known.filter((row) => !kept(row) && !isBefore(row.fromDate, change.from));
      const running = known.filter(
        (row) =>
          !kept(row) &&
          isBefore(row.fromDate, change.from) &&
          (row.toDate === null || !isBefore(row.toDate, change.from)),
      );
      if (after.length > 0) await custodies.delete({ collectiviteId, id: In(after.map(({ id }) => id)) });
      if (running.length > 0) {
        const toDate = change.from.subtract({ days: 1 });
        await custodies.update({ collectiviteId, id: In(running.map(({ id }) => id)) }, { toDate });
      }
      for (const { familyId, weeks, from } of wanted) {
        if (known.some((row) => kept(row) && row.familyId === familyId && row.weeks === weeks)) continue;
        await this.database.insert(CustodyRow, {
          collectiviteId,
          childId,
          familyId,
          weeks,
          fromDate: from,
          toDate: null,
        });
      }
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'child.custody-changed',
        subject: `child:${childId}`,
        detail: { from: change.from.toString(), custodies: change.custodies },
      });
    });
  }

  private async requireKnown(collectiviteId: number, childId: number, change: CustodyChange): Promise<void> {
    if (!(await this.database.repository(ChildRow).existsBy({ collectiviteId, id: childId }))) {
      throw httpProblems.NOT_FOUND('Cet enfant n’existe pas dans votre collectivité.');
    }
    const ids = change.custodies.map(({ familyId }) => familyId);
    const found = await this.database.repository(FamilyRow).findBy({ collectiviteId, id: In(ids) });
    const errors = ids.flatMap((id, index) =>
      found.some((family) => family.id === id)
        ? []
        : [{ field: `custodies[${index}].familyId`, message: 'cette famille n’existe pas dans votre collectivité.' }],
    );
    if (errors.length > 0) throw invalidRequest(errors);
  }
}
