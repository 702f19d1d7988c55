import { type EntityTarget, type FindOptionsWhere, type FindOptionsOrder, IsNull, MoreThan } from 'typeorm';
import type { Database } from '../../platform/database/database.js';

const AT_ONCE = 20;

interface Paper {
  readonly id: number;
  readonly state: string;
  readonly pdfFileId: number | null;
}

/** The issued papers of every collectivité that are not drawn yet, a few read at once. */
export async function* undrawn<Row extends Paper>(database: Database, rows: EntityTarget<Row>): AsyncGenerator<Row> {
  for (let after = 0; ;) {
    const some = await database.read(() =>
      database.repository(rows).find({
        where: { state: 'ISSUED', pdfFileId: IsNull(), id: MoreThan(after) } as FindOptionsWhere<Row>,
        order: { id: 'ASC' } as FindOptionsOrder<Row>,
        take: AT_ONCE,
      }),
    );
    yield* some;
    if (some.length < AT_ONCE) return;
    after = some.at(-1)!.id;
  }
}
