import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { MenuTypeRow } from '../data/menu-type.entity.js';

@Injectable()
export class FindMenuTypes {
  constructor(private readonly database: Database) {}

  /** In the order of lists: the first is what a child eats unless told. */
  run(collectiviteId: number): Promise<MenuTypeRow[]> {
    return this.database.read(() =>
      this.database.repository(MenuTypeRow).find({ where: { collectiviteId }, order: { position: 'ASC', id: 'ASC' } }),
    );
  }
}
