import { Injectable } from '@nestjs/common';
import { FindSites } from '../../collectivites/index.js';
import { FindPrestations } from '../../prestations/index.js';

@Injectable()
export class PrestationLabels {
  constructor(
    private readonly findSites: FindSites,
    private readonly findPrestations: FindPrestations,
  ) {}

  /** « Cantine – École Jean-Moulin », by id: the prestations of two sites often have the same name. */
  async of(collectiviteId: number): Promise<ReadonlyMap<number, string>> {
    const sites = new Map((await this.findSites.run(collectiviteId)).map(({ id, name }) => [id, name]));
    const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
    return new Map(prestations.map(({ id, name, siteId }) => [id, `${name} – ${sites.get(siteId) ?? ''}`]));
  }
}
