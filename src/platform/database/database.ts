import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  DataSource,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  type QueryRunner,
  type Repository,
} from 'typeorm';
import { type Dialect, dialectOf } from './dialect.js';
import { FifoGate } from './fifo-gate.js';
import { databaseProblems } from './problems.js';

interface Unit {
  readonly manager: EntityManager;
  readonly writable: boolean;
  /** Which try of its work it is: 1, and more where it runs again. */
  readonly attempt: number;
  readonly afterCommit: (() => void)[];
}

const ATTEMPTS = 6;
/** Milliseconds that a server may take to open a transaction: one that is frozen, or cut off without a word, is away. */
const LONGEST_START = 5_000;

/** Thrown by a unit that found, once its locks were held, that it should have held more: it runs again from the start. */
export class RunAgain extends Error {}

/**
 * The only door to the database. Rows are read inside `read` or `unit` and written inside `unit`; the current
 * one is found through the asynchronous context, so nothing is threaded through arguments and nothing can leave
 * the transaction by mistake.
 */
@Injectable()
export class Database {
  readonly dialect: Dialect;
  private readonly context = new AsyncLocalStorage<Unit>();
  private readonly gate: FifoGate | null;

  constructor(readonly dataSource: DataSource) {
    this.dialect = dialectOf(dataSource);
    this.gate = this.dialect.concurrent ? null : new FifoGate();
  }

  /**
   * Runs `work` as one unit: all of its writes or none. A unit inside a unit joins it. Where the engine gave the
   * transaction up (deadlock, lock timeout), or `work` threw RunAgain, the whole of `work` runs again in a new one,
   * so it must have no effect outside the database. Throws DATABASE_UNAVAILABLE or DATABASE_BUSY (503) when nothing can be done.
   */
  async unit<T>(work: () => Promise<T>): Promise<T> {
    const current = this.context.getStore();
    if (current) {
      if (!current.writable) throw new Error('a unit of work cannot start inside a read');
      return work();
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.serialised(() => this.transaction(work, attempt));
      } catch (error) {
        if (!this.dialect.isRetryable(error) && !(error instanceof RunAgain)) throw this.translated(error);
        if (attempt === ATTEMPTS)
          throw databaseProblems.DATABASE_BUSY('Le service est très sollicité. Réessayez dans quelques secondes.', {
            retryAfter: 2,
          });
        await sleep(randomInt(2, 10 * 2 ** attempt));
      }
    }
  }

  /** Runs `work` on one consistent picture of the committed rows; inside a unit it sees that unit's own writes. */
  async read<T>(work: () => Promise<T>): Promise<T> {
    if (this.context.getStore()) return work();
    try {
      return await this.serialised(() => this.transaction(work));
    } catch (error) {
      throw this.translated(error);
    }
  }

  /** The manager of the current unit or read. Throws outside of one. */
  get manager(): EntityManager {
    return this.current().manager;
  }

  /** Whether the current unit runs for the first time: what it read before may have changed since. */
  get isFirstTry(): boolean {
    return this.current().attempt === 1;
  }

  repository<Row extends ObjectLiteral>(entity: EntityTarget<Row>): Repository<Row> {
    return this.manager.getRepository(entity);
  }

  /** Portable SQL with `?` parameters; rows of a SELECT. */
  async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, [...parameters]);
  }

  /** Portable SQL that changes rows; answers how many were affected: the judge of every conditional statement. */
  async change(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const unit = this.current();
    if (!unit.writable) throw new Error('a read cannot change rows');
    const runner = unit.manager.queryRunner!;
    const result = await runner.query(sql, [...parameters], true);
    return result.affected ?? 0;
  }

  /** Inserts one row and answers its new id. */
  async insert<Row extends ObjectLiteral>(entity: EntityTarget<Row>, row: Partial<Row>): Promise<number> {
    if (!this.current().writable) throw new Error('a read cannot insert rows');
    const result = await this.manager.insert(entity, row);
    return Number((result.identifiers[0] as { id?: number } | undefined)?.id);
  }

  /** Runs `effect` once the current unit is committed; never if it is rolled back. It must not throw. */
  afterCommit(effect: () => void): void {
    this.current().afterCommit.push(effect);
  }

  isDuplicateKey(error: unknown): boolean {
    return this.dialect.isDuplicateKey(error);
  }

  /** Nothing reaches the rows any longer. A context that stayed would slow down each promise of the process. */
  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    this.context.disable();
  }

  private current(): Unit {
    const unit = this.context.getStore();
    if (!unit) throw new Error('the database is only reached inside a unit of work or a read');
    return unit;
  }

  private serialised<T>(work: () => Promise<T>): Promise<T> {
    return this.gate ? this.gate.pass(work) : work();
  }

  /** The try of a unit; a read where none is told. */
  private async transaction<T>(work: () => Promise<T>, attempt = 0): Promise<T> {
    const writable = attempt > 0;
    const runner = this.dataSource.createQueryRunner();
    const unit: Unit = { manager: runner.manager, writable, attempt, afterCommit: [] };
    try {
      await runner.connect();
      if (this.dialect.concurrent) await this.startInTime(runner, writable);
      else if (writable) await runner.startTransaction();
      const result = await this.context.run(unit, work);
      if (runner.isTransactionActive) await runner.commitTransaction();
      for (const effect of unit.afterCommit) this.context.exit(effect);
      return result;
    } catch (error) {
      // A connection that stays silent would hold its rollback too: it is thrown away, and the server rolls back.
      if (this.dialect.isSilent(error)) this.dialect.abandon(await runner.connect());
      else if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      if (this.dialect.concurrent) await runner.release();
    }
  }

  private async startInTime(runner: QueryRunner, writable: boolean): Promise<void> {
    const started = runner.startTransaction(this.isolation(writable));
    const answered = new AbortController();
    const late = sleep(LONGEST_START, 'late', { signal: answered.signal }).catch(() => 'answered');
    try {
      if ((await Promise.race([started, late])) === 'late') throw this.dialect.silence();
    } finally {
      answered.abort();
      started.catch(() => undefined);
    }
  }

  /** READ COMMITTED for units: what is decided is decided by conditional statements and locks, without gap locks. */
  private isolation(writable: boolean): 'READ COMMITTED' | 'REPEATABLE READ' {
    return writable ? 'READ COMMITTED' : 'REPEATABLE READ';
  }

  private translated(error: unknown): unknown {
    if (!this.dialect.isUnavailable(error)) return error;
    return databaseProblems.DATABASE_UNAVAILABLE(
      'La base de données ne répond pas pour le moment. Rien n’est perdu : réessayez dans quelques instants.',
      { retryAfter: 5 },
    );
  }
}
