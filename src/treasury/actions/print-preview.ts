import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { renderPdf } from '../../platform/pdf/index.js';
import { type CollectionFilter, filterInFrench } from '../rules/collection-filter.js';
import { collectionDocument } from './collection-document.js';
import { PrestationLabels } from './prestation-labels.js';
import { PreviewCollection } from './preview-collection.js';

/** The état d'encaissement of a period, or of some of its receipts, on paper: without a number, as it is not frozen. */
@Injectable()
export class PrintPreview {
  constructor(
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly labels: PrestationLabels,
    private readonly previewCollection: PreviewCollection,
  ) {}

  /** Never inside a unit, as drawing takes its time. */
  async run(collectiviteId: number, filter: CollectionFilter): Promise<Buffer> {
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const asked = filterInFrench(filter, await this.labels.of(collectiviteId));
    const content = await this.previewCollection.run(collectiviteId, filter);
    const about = { number: null, year: filter.to.year, madeAt: this.clock.now() };
    return renderPdf(collectionDocument({ ...about, asked, content }, timeZone));
  }
}
