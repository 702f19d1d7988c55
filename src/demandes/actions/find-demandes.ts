import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { DemandeRow } from '../data/demande.entity.js';
import type { DemandeCategory, DemandeState } from '../rules/demande-state.js';

/** Whose demandes may be seen: one family's, or with null all those of the collectivité. */
export interface DemandeScope {
  readonly collectiviteId: number;
  readonly familyId: number | null;
}

export interface DemandeFilter {
  readonly state?: DemandeState | undefined;
  readonly category?: DemandeCategory | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

@Injectable()
export class FindDemandes {
  constructor(private readonly database: Database) {}

  /** Up to `limit`, the last sent first, older than the demande `after`. */
  run(scope: DemandeScope, { state, category, after, limit }: DemandeFilter): Promise<DemandeRow[]> {
    const where = {
      ...criteria(scope),
      ...(state ? { state } : {}),
      ...(category ? { category } : {}),
      ...(after ? { id: LessThan(after) } : {}),
    };
    return this.database.read(() =>
      this.database.repository(DemandeRow).find({ where, order: { id: 'DESC' }, take: limit }),
    );
  }

  /** Throws NOT_FOUND, for a demande outside the scope too. */
  async one(scope: DemandeScope, demandeId: number): Promise<DemandeRow> {
    const row = await this.database.read(() =>
      this.database.repository(DemandeRow).findOneBy({ ...criteria(scope), id: demandeId }),
    );
    if (!row) throw httpProblems.NOT_FOUND('Cette demande n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }

  /** The same, held until the end of the unit: two people who write at once see each other's state. */
  async locked(scope: DemandeScope, demandeId: number): Promise<DemandeRow> {
    await this.database.rows(
      `SELECT id FROM demandes WHERE id = ? AND collectivite_id = ?${this.database.dialect.forUpdate}`,
      [demandeId, scope.collectiviteId],
    );
    return this.one(scope, demandeId);
  }
}

function criteria({ collectiviteId, familyId }: DemandeScope) {
  return { collectiviteId, ...(familyId === null ? {} : { familyId }) };
}
