import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { ChildRow } from '../data/child.entity.js';
import { TakeTurn } from '../data/take-turn.js';
import { childKey } from '../rules/child-identity.js';
import { readEntry } from '../rules/register-entry.js';
import { childAlreadyKnown, childColumns, CreateChild } from './create-child.js';
import { TodayIn } from './today-in.js';

export interface ChildChange {
  readonly siteId?: number | null | undefined;
  readonly menuTypeId?: number | undefined;
  readonly hasPai?: boolean | undefined;
  readonly birthDate?: Temporal.PlainDate | undefined;
}

@Injectable()
export class ChangeChild {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly todayIn: TodayIn,
    private readonly takeTurn: TakeTurn,
    private readonly createChild: CreateChild,
  ) {}

  /** What is absent stays. Throws NOT_FOUND, INVALID_REQUEST, CHILD_ALREADY_KNOWN. */
  async run(collectiviteId: number, childId: number, typed: ChildChange, accountId: number | null): Promise<void> {
    const { values, errors } = readEntry('child', typed, await this.todayIn.run(collectiviteId));
    const wrong = [...errors, ...(await this.createChild.unknownIds(collectiviteId, typed))];
    if (wrong.length > 0) throw invalidRequest(wrong);
    const { siteId, menuTypeId, hasPai } = typed;
    const columns: Partial<ChildRow> = {
      ...childColumns(values),
      ...(siteId === undefined ? {} : { siteId }),
      ...(menuTypeId === undefined ? {} : { menuTypeId }),
      ...(hasPai === undefined ? {} : { hasPai }),
    };
    await this.database.unit(async () => {
      await this.takeTurn.run(collectiviteId);
      await this.write(collectiviteId, childId, columns);
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'child.changed',
        subject: `child:${childId}`,
        detail: { fields: Object.keys(columns) },
      });
    });
  }

  /** Gives a child other values, and the identity that follows from them. Inside the caller's unit, in its turn. */
  async write(collectiviteId: number, childId: number, columns: Partial<ChildRow>): Promise<void> {
    const children = this.database.repository(ChildRow);
    const child = await children.findOneBy({ collectiviteId, id: childId });
    if (!child) throw httpProblems.NOT_FOUND('Cet enfant n’existe pas dans votre collectivité.');
    const { lastName, firstName, birthDate } = { ...child, ...columns };
    const identityKey = childKey(lastName, firstName, birthDate);
    const twin = await children.findOneBy({ collectiviteId, identityKey, id: Not(childId) });
    if (twin) throw childAlreadyKnown(twin.id);
    await children.update({ collectiviteId, id: childId }, { ...columns, identityKey });
  }
}
