import { Injectable } from '@nestjs/common';
import type { DateSpan } from '../../../kernel/civil-time.js';
import { supplementLabels } from '../../../reglement/index.js';
import type { PrestationRow } from '../../data/prestation.entity.js';
import { prestationsProblems } from '../../problems.js';
import { unknownSupplementsSentence } from '../../rules/supplement-words.js';
import { LoadTariffs } from '../tariffs/load-tariffs.js';

/** Whether a tariff of these dates has the supplements that a child is to take. */
@Injectable()
export class CheckSupplements {
  constructor(private readonly loadTariffs: LoadTariffs) {}

  /** The labels as they are kept: each once, null for none. Throws SUPPLEMENT_UNKNOWN. */
  async run(
    { id, collectiviteId, name }: PrestationRow,
    span: DateSpan,
    labels: readonly string[],
  ): Promise<readonly string[] | null> {
    if (labels.length === 0) return null;
    const tariffs = (await this.loadTariffs.run(collectiviteId, [id])).within(id, span);
    const offered = new Set(tariffs.flatMap(({ tariff }) => supplementLabels(tariff)));
    const unknown = labels.filter((label) => !offered.has(label));
    if (unknown.length > 0)
      throw prestationsProblems.SUPPLEMENT_UNKNOWN(
        unknownSupplementsSentence(`Le tarif de « ${name} » à ces dates`, unknown, [...offered]),
      );
    return [...new Set(labels)];
  }
}
