import { Injectable } from '@nestjs/common';
import { isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { invalidRequest } from '../../../platform/http/validation.js';
import { FamilyRow } from '../../data/family.entity.js';
import { QuotientRow } from '../../data/quotient.entity.js';
import { TakeTurn } from '../../data/take-turn.js';
import { familiesProblems } from '../../problems.js';
import { parseQuotient, quotientErrors } from '../../rules/quotient.js';
import { datedOf } from './load-quotients.js';

export interface TypedQuotient {
  /** « 642 », « 642,50 »… */
  readonly value: string;
  readonly from: Temporal.PlainDate;
  readonly to?: Temporal.PlainDate | null | undefined;
}

interface QuotientOf {
  readonly collectiviteId: number;
  readonly familyId: number;
  /** Null: a new one. */
  readonly quotientId: number | null;
}

/** Adds a dated quotient to a family, or corrects one. */
@Injectable()
export class WriteQuotient {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly takeTurn: TakeTurn,
  ) {}

  /** Answers the id. Throws NOT_FOUND, INVALID_REQUEST for a value that is no number, QUOTIENT_OVERLAP. */
  async run(
    { collectiviteId, familyId, quotientId }: QuotientOf,
    typed: TypedQuotient,
    accountId: number | null,
  ): Promise<number> {
    const reading = parseQuotient(typed.value);
    if (!reading.ok) throw invalidRequest([{ field: 'value', message: `${reading.reason}.` }]);
    if (typed.to && isBefore(typed.to, typed.from)) {
      throw invalidRequest([{ field: 'to', message: 'la fin de validité précède le début.' }]);
    }
    const columns = { valueHundredths: reading.value, fromDate: typed.from, toDate: typed.to ?? null };
    return this.database.unit(async () => {
      await this.takeTurn.run(collectiviteId);
      if (!(await this.database.repository(FamilyRow).existsBy({ collectiviteId, id: familyId }))) {
        throw httpProblems.NOT_FOUND('Cette famille n’existe pas dans votre collectivité.');
      }
      const quotients = this.database.repository(QuotientRow);
      const known = await quotients.findBy({ collectiviteId, familyId });
      if (quotientId !== null && !known.some(({ id }) => id === quotientId)) {
        throw httpProblems.NOT_FOUND('Ce quotient n’existe pas dans cette famille.');
      }
      const others = known.filter(({ id }) => id !== quotientId).map(datedOf);
      refuseOverlap([...others, { hundredths: reading.value, from: columns.fromDate, to: columns.toDate }]);
      if (quotientId !== null) await quotients.update({ collectiviteId, id: quotientId }, columns);
      const id = quotientId ?? (await this.database.insert(QuotientRow, { ...columns, collectiviteId, familyId }));
      await this.audit.record({
        collectiviteId,
        accountId,
        action: quotientId === null ? 'quotient.added' : 'quotient.changed',
        subject: `family:${familyId}`,
        detail: { quotient: id },
      });
      return id;
    });
  }
}

function refuseOverlap(quotients: Parameters<typeof quotientErrors>[0]): void {
  const errors = quotientErrors(quotients);
  if (errors.length === 0) return;
  throw familiesProblems.QUOTIENT_OVERLAP(
    'Ces dates chevauchent un autre quotient de la famille : mettez-lui d’abord une fin, ou changez les dates.',
    { errors: errors.map(({ field, message }) => ({ field: field.replace(/^quotients\[\d+\]\./, ''), message })) },
  );
}
