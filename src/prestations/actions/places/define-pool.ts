import { Injectable } from '@nestjs/common';
import { FindCollectivite, nameKey } from '../../../collectivites/index.js';
import { dateIn, type Temporal } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, RunAgain } from '../../../platform/database/database.js';
import { PlacePoolMemberRow } from '../../data/place-pool-member.entity.js';
import { PlacePoolRow } from '../../data/place-pool.entity.js';
import { prestationsProblems } from '../../problems.js';
import { FindPools, type ShownPool } from './find-pools.js';
import { FindPrestations } from '../find-prestations.js';
import { HoldPrestations } from '../hold-prestations.js';
import { RecountPool } from './recount-pool.js';
import { TellPlacesOpened } from './tell-places-opened.js';

export interface PoolDefinition {
  /** With its article: « le réfectoire ». */
  readonly name: string;
  readonly prestationIds: readonly number[];
  readonly ageFrom?: number | null | undefined;
  readonly ageUnder?: number | null | undefined;
  /** Of each day that is not given its own number. */
  readonly places: number;
}

export type PoolChanges = { readonly [Part in keyof PoolDefinition]?: PoolDefinition[Part] | undefined };

/** Defines pools, changes and removes them. Who has a place already is counted, from today on; the past stays. */
@Injectable()
export class DefinePool {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly findPrestations: FindPrestations,
    private readonly findPools: FindPools,
    private readonly holdPrestations: HoldPrestations,
    private readonly recountPool: RecountPool,
    private readonly tellPlacesOpened: TellPlacesOpened,
  ) {}

  /** Throws POOL_NOT_VALID, POOL_NAME_TAKEN, POOL_TOO_SMALL. */
  create(collectiviteId: number, wanted: PoolDefinition, accountId: number | null): Promise<ShownPool> {
    return this.named(wanted.name, async () => {
      const today = await this.today(collectiviteId);
      await this.holdPrestations.run(collectiviteId, wanted.prestationIds, today);
      await this.check(collectiviteId, wanted);
      const poolId = await this.database.insert(PlacePoolRow, {
        collectiviteId,
        name: wanted.name,
        nameKey: nameKey(wanted.name, 60),
        ageFrom: wanted.ageFrom ?? null,
        ageUnder: wanted.ageUnder ?? null,
        places: wanted.places,
        createdAt: this.clock.now(),
      });
      await this.setMembers(collectiviteId, poolId, wanted.prestationIds);
      await this.recount(collectiviteId, poolId, wanted.prestationIds, today);
      await this.trace(collectiviteId, accountId, 'place-pool.created', poolId);
      return this.findPools.one(collectiviteId, poolId);
    });
  }

  /** What is absent stays. Throws NOT_FOUND, POOL_NOT_VALID, POOL_NAME_TAKEN, POOL_TOO_SMALL. */
  change(collectiviteId: number, poolId: number, wanted: PoolChanges, accountId: number | null): Promise<ShownPool> {
    return this.named(wanted.name ?? '', async () => {
      const { before, today } = await this.held(collectiviteId, poolId, wanted.prestationIds ?? []);
      const after = {
        name: wanted.name ?? before.name,
        prestationIds: wanted.prestationIds ?? before.prestationIds,
        ageFrom: wanted.ageFrom === undefined ? before.ageFrom : wanted.ageFrom,
        ageUnder: wanted.ageUnder === undefined ? before.ageUnder : wanted.ageUnder,
        places: wanted.places ?? before.places,
      };
      await this.check(collectiviteId, after);
      const { prestationIds, ...columns } = after;
      await this.database
        .repository(PlacePoolRow)
        .update({ collectiviteId, id: poolId }, { ...columns, nameKey: nameKey(after.name, 60) });
      await this.setMembers(collectiviteId, poolId, prestationIds);
      await this.recount(collectiviteId, poolId, prestationIds, today);
      await this.tell(collectiviteId, [...before.prestationIds, ...prestationIds], today);
      await this.trace(collectiviteId, accountId, 'place-pool.changed', poolId);
      return this.findPools.one(collectiviteId, poolId);
    });
  }

  /** Its sessions keep their own places. Throws NOT_FOUND. */
  remove(collectiviteId: number, poolId: number, accountId: number | null): Promise<void> {
    return this.database.unit(async () => {
      const { before, today } = await this.held(collectiviteId, poolId, []);
      await this.database.change(
        `DELETE FROM taken_pool_places WHERE collectivite_id = ?
         AND pool_day_id IN (SELECT id FROM place_pool_days WHERE collectivite_id = ? AND pool_id = ?)`,
        [collectiviteId, collectiviteId, poolId],
      );
      for (const table of ['place_pool_days', 'place_pool_members'])
        await this.database.change(`DELETE FROM ${table} WHERE collectivite_id = ? AND pool_id = ?`, [
          collectiviteId,
          poolId,
        ]);
      await this.database.change('DELETE FROM place_pools WHERE collectivite_id = ? AND id = ?', [
        collectiviteId,
        poolId,
      ]);
      await this.tell(collectiviteId, before.prestationIds, today);
      await this.trace(collectiviteId, accountId, 'place-pool.removed', poolId);
    });
  }

  /** The pool, with the prestations that draw on it or are to, and their sessions, held. */
  private async held(collectiviteId: number, poolId: number, joining: readonly number[]) {
    const seen = await this.findPools.one(collectiviteId, poolId);
    const today = await this.today(collectiviteId);
    const concerned = [...new Set([...seen.prestationIds, ...joining])];
    await this.holdPrestations.run(collectiviteId, concerned, today);
    const before = await this.findPools.one(collectiviteId, poolId);
    if (before.prestationIds.some((id) => !concerned.includes(id)))
      throw new RunAgain('a prestation joined the pool meanwhile');
    return { before, today };
  }

  private async recount(
    collectiviteId: number,
    poolId: number,
    prestationIds: readonly number[],
    from: Temporal.PlainDate,
  ): Promise<void> {
    const sessionIds = await this.holdPrestations.sessionsOf(collectiviteId, prestationIds, from);
    const pool = await this.database.repository(PlacePoolRow).findOneByOrFail({ collectiviteId, id: poolId });
    await this.recountPool.run(pool, sessionIds, from);
  }

  private async tell(
    collectiviteId: number,
    prestationIds: readonly number[],
    from: Temporal.PlainDate,
  ): Promise<void> {
    const sessionIds = await this.holdPrestations.sessionsOf(collectiviteId, [...new Set(prestationIds)], from);
    await this.tellPlacesOpened.run(collectiviteId, sessionIds);
  }

  private async setMembers(collectiviteId: number, poolId: number, prestationIds: readonly number[]): Promise<void> {
    const members = this.database.repository(PlacePoolMemberRow);
    await members.delete({ collectiviteId, poolId });
    for (const prestationId of prestationIds)
      await this.database.insert(PlacePoolMemberRow, { collectiviteId, poolId, prestationId });
  }

  private async check(collectiviteId: number, wanted: PoolDefinition): Promise<void> {
    const known = new Set((await this.findPrestations.run(collectiviteId, { archived: true })).map(({ id }) => id));
    const errors: FieldError[] = wanted.prestationIds.flatMap((id, index) =>
      known.has(id)
        ? []
        : [{ field: `prestationIds[${index}]`, message: 'Cette prestation n’existe pas dans votre collectivité.' }],
    );
    if (nameKey(wanted.name, 60) === '')
      errors.push({ field: 'name', message: 'Donnez un nom qui se lit, avec son article : « le réfectoire ».' });
    if (wanted.ageFrom != null && wanted.ageUnder != null && wanted.ageFrom >= wanted.ageUnder)
      errors.push({ field: 'ageUnder', message: 'La tranche d’âge doit finir après son premier âge.' });
    if (errors.length > 0)
      throw prestationsProblems.POOL_NOT_VALID(typeset('Corrigez les champs signalés : rien n’a été enregistré.'), {
        errors: errors.map(({ field, message }) => ({ field, message: typeset(message) })),
      });
  }

  private async today(collectiviteId: number): Promise<Temporal.PlainDate> {
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    return dateIn(timeZone, this.clock.now());
  }

  private async trace(collectiviteId: number, accountId: number | null, action: string, poolId: number): Promise<void> {
    await this.audit.record({ collectiviteId, accountId, action, subject: `place-pool:${poolId}` });
  }

  private async named<T>(name: string, work: () => Promise<T>): Promise<T> {
    try {
      return await this.database.unit(work);
    } catch (error) {
      if (!this.database.isDuplicateKey(error)) throw error;
      throw prestationsProblems.POOL_NAME_TAKEN(
        typeset(`Un groupe de places s’appelle déjà « ${name} » : choisissez un autre nom.`),
      );
    }
  }
}
