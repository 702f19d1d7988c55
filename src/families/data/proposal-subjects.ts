import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { ChildRow } from './child.entity.js';
import { FamilyRow } from './family.entity.js';
import { GuardianRow } from './guardian.entity.js';
import { parseSubject } from '../rules/proposal-subject.js';

/** What proposals are about, as the register holds it, by « guardian:31 ». */
@Injectable()
export class ProposalSubjects {
  constructor(private readonly database: Database) {}

  async load(
    collectiviteId: number,
    subjects: Iterable<string>,
  ): Promise<Map<string, FamilyRow | GuardianRow | ChildRow>> {
    const parsed = [...new Set(subjects)].map(parseSubject).filter((subject) => subject !== null);
    const found = new Map<string, FamilyRow | GuardianRow | ChildRow>();
    for (const [kind, entity] of [
      ['family', FamilyRow],
      ['guardian', GuardianRow],
      ['child', ChildRow],
    ] as const) {
      const ids = parsed.filter((subject) => subject.kind === kind).map(({ id }) => id);
      if (ids.length === 0) continue;
      const rows = await this.database
        .repository<FamilyRow | GuardianRow | ChildRow>(entity)
        .findBy({ collectiviteId, id: In(ids) });
      for (const row of rows) found.set(`${kind}:${row.id}`, row);
    }
    return found;
  }

  /** What a family may ask to correct: itself, its adults, the children it has or has had. */
  async ofFamily(collectiviteId: number, familyId: number): Promise<Set<string>> {
    const guardians = await this.database.rows<{ id: number }>(
      'SELECT id FROM guardians WHERE collectivite_id = ? AND family_id = ?',
      [collectiviteId, familyId],
    );
    const children = await this.database.rows<{ child_id: number }>(
      'SELECT DISTINCT child_id FROM custodies WHERE collectivite_id = ? AND family_id = ?',
      [collectiviteId, familyId],
    );
    return new Set([
      `family:${familyId}`,
      ...guardians.map(({ id }) => `guardian:${id}`),
      ...children.map(({ child_id }) => `child:${child_id}`),
    ]);
  }
}

/** What an agent or a parent reads: the foyer's name, or the person's. */
export function subjectName(subject: FamilyRow | GuardianRow | ChildRow | undefined): string {
  if (!subject) return '';
  return 'firstName' in subject ? `${subject.firstName} ${subject.lastName}` : `Foyer ${subject.name}`;
}

/** The value of a field as proposals keep it: text, dates as ISO 8601. */
export function valueOf(subject: FamilyRow | GuardianRow | ChildRow, field: string): string | null {
  const value = (subject as unknown as Record<string, string | Temporal.PlainDate | null | undefined>)[field];
  return value === null || value === undefined ? null : value.toString();
}
