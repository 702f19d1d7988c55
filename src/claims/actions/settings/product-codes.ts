import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { FindPrestations } from '../../../prestations/index.js';
import { ProductCodeRow } from '../../data/product-code.entity.js';

export interface CodeToSet {
  readonly prestationId: number;
  readonly fromDate: Temporal.PlainDate;
  readonly code: string;
  readonly chapter: string;
}

/** The codes produit locaux, each from a day on. */
@Injectable()
export class ProductCodes {
  constructor(
    private readonly database: Database,
    private readonly findPrestations: FindPrestations,
  ) {}

  /** By prestation, the earliest first. */
  all(collectiviteId: number): Promise<ProductCodeRow[]> {
    return this.database.read(() =>
      this.database
        .repository(ProductCodeRow)
        .find({ where: { collectiviteId }, order: { prestationId: 'ASC', fromDate: 'ASC' } }),
    );
  }

  /** Sets the code from a day on; setting it again for the same day corrects it. Throws NOT_FOUND. */
  set(collectiviteId: number, { prestationId, fromDate, code, chapter }: CodeToSet): Promise<ProductCodeRow> {
    return this.database.unit(async () => {
      const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
      if (!prestations.some(({ id }) => id === prestationId)) {
        throw httpProblems.NOT_FOUND('Cette prestation n’existe pas dans cette collectivité.');
      }
      const columns = ['collectivite_id', 'prestation_id', 'from_date', 'code', 'chapter'];
      const keys = ['collectivite_id', 'prestation_id', 'from_date'];
      const sql = this.database.dialect.upsert('product_codes', columns, keys, 'code = ?, chapter = ?');
      await this.database.change(sql, [
        collectiviteId,
        prestationId,
        fromDate.toString(),
        code,
        chapter,
        code,
        chapter,
      ]);
      return this.database.repository(ProductCodeRow).findOneByOrFail({ collectiviteId, prestationId, fromDate });
    });
  }
}
