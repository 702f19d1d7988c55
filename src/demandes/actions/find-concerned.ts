import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type ChildCard, FindChildren } from '../../families/index.js';
import { chunksOf, groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { DemandeChildRow } from '../data/demande.entity.js';

/** The children that demandes are about. */
@Injectable()
export class FindConcerned {
  constructor(
    private readonly database: Database,
    private readonly findChildren: FindChildren,
  ) {}

  /** By demande, in the order in which the parent named them; a demande about no child is absent. */
  run(collectiviteId: number, demandeIds: readonly number[]): Promise<ReadonlyMap<number, readonly ChildCard[]>> {
    return this.database.read(async () => {
      const rows: DemandeChildRow[] = [];
      for (const ids of chunksOf(demandeIds))
        rows.push(
          ...(await this.database
            .repository(DemandeChildRow)
            .find({ where: { collectiviteId, demandeId: In([...ids]) }, order: { id: 'ASC' } })),
        );
      const cards = await this.findChildren.run(
        collectiviteId,
        rows.map(({ childId }) => childId),
      );
      const named = groupedBy(rows, ({ demandeId }) => demandeId);
      return new Map(
        [...named].map(([demandeId, children]) => [demandeId, children.map(({ childId }) => cards.get(childId)!)]),
      );
    });
  }
}
