import { Injectable } from '@nestjs/common';
import { schoolYearOf, schoolYearSpan } from '../../calendar/index.js';
import { FindMenuTypes, FindSites } from '../../collectivites/index.js';
import { Temporal } from '../../kernel/civil-time.js';
import type { FieldError } from '../../kernel/problem.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { ChildRow } from '../data/child.entity.js';
import { CustodyRow } from '../data/custody.entity.js';
import { FamilyRow } from '../data/family.entity.js';
import { TakeTurn } from '../data/take-turn.js';
import { familiesProblems } from '../problems.js';
import { childKey } from '../rules/child-identity.js';
import type { CustodyWeeks } from '../rules/custody.js';
import { readEntry } from '../rules/register-entry.js';
import { TodayIn } from './today-in.js';

export interface NewChild {
  readonly siteId?: number | null | undefined;
  readonly menuTypeId?: number | undefined;
  readonly hasPai?: boolean | undefined;
  readonly weeks?: CustodyWeeks | undefined;
  /** From when the household has the child: the start of the school year unless told. */
  readonly from?: Temporal.PlainDate | undefined;
}

@Injectable()
export class CreateChild {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly todayIn: TodayIn,
    private readonly takeTurn: TakeTurn,
    private readonly findSites: FindSites,
    private readonly findMenuTypes: FindMenuTypes,
  ) {}

  /** Answers the id. Throws NOT_FOUND, INVALID_REQUEST, CHILD_ALREADY_KNOWN. */
  async run(collectiviteId: number, familyId: number, child: NewChild, accountId: number | null): Promise<number> {
    const today = await this.todayIn.run(collectiviteId);
    const { values, errors } = readEntry('child', child, today, { whole: true });
    const wrong = [...errors, ...(await this.unknownIds(collectiviteId, child))];
    if (wrong.length > 0) throw invalidRequest(wrong);
    const columns = childColumns(values);
    const identityKey = childKey(columns.lastName!, columns.firstName!, columns.birthDate!);
    const menuTypeId = child.menuTypeId ?? (await this.findMenuTypes.run(collectiviteId))[0]?.id;
    if (menuTypeId === undefined) {
      throw invalidRequest([
        { field: 'menuTypeId', message: 'créez d’abord un type de menu, « Standard » par exemple.' },
      ]);
    }
    return this.database.unit(async () => {
      await this.takeTurn.run(collectiviteId);
      if (!(await this.database.repository(FamilyRow).existsBy({ collectiviteId, id: familyId }))) {
        throw httpProblems.NOT_FOUND('Cette famille n’existe pas dans votre collectivité.');
      }
      const twin = await this.database.repository(ChildRow).findOneBy({ collectiviteId, identityKey });
      if (twin) throw childAlreadyKnown(twin.id);
      const id = await this.database.insert(ChildRow, {
        sex: null,
        className: null,
        ...columns,
        collectiviteId,
        identityKey,
        siteId: child.siteId ?? null,
        menuTypeId,
        hasPai: child.hasPai ?? false,
        wishedServices: null,
      });
      await this.database.insert(CustodyRow, {
        collectiviteId,
        childId: id,
        familyId,
        weeks: child.weeks ?? 'ALL',
        fromDate: child.from ?? schoolYearSpan(schoolYearOf(today)).from,
        toDate: null,
      });
      await this.audit.record({ collectiviteId, accountId, action: 'child.created', subject: `child:${id}` });
      return id;
    });
  }

  /** Errors for the ids that are not this collectivité's. */
  async unknownIds(collectiviteId: number, { siteId, menuTypeId }: NewChild): Promise<FieldError[]> {
    const errors: FieldError[] = [];
    const isNot = (rows: readonly { readonly id: number }[], wanted: number) => rows.every(({ id }) => id !== wanted);
    if (siteId != null && isNot(await this.findSites.run(collectiviteId), siteId)) {
      errors.push({ field: 'siteId', message: 'ce site n’existe pas dans votre collectivité.' });
    }
    if (menuTypeId != null && isNot(await this.findMenuTypes.run(collectiviteId), menuTypeId)) {
      errors.push({ field: 'menuTypeId', message: 'ce type de menu n’existe pas dans votre collectivité.' });
    }
    return errors;
  }
}

/** The values of a child's entry as its row holds them. */
export function childColumns(values: Readonly<Record<string, string | null>>): Partial<ChildRow> {
  const { birthDate, ...texts } = values;
  return { ...texts, ...(birthDate ? { birthDate: Temporal.PlainDate.from(birthDate) } : {}) };
}

export function childAlreadyKnown(childId: number) {
  return familiesProblems.CHILD_ALREADY_KNOWN(
    'Un enfant de mêmes nom, prénom et date de naissance est déjà connu. S’il partage deux foyers, changez plutôt sa garde.',
    { extensions: { childId } },
  );
}
