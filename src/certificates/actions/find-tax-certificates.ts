import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { TaxCertificateRow } from '../data/tax-certificate.entity.js';

@Injectable()
export class FindTaxCertificates {
  constructor(private readonly database: Database) {}

  /** A certificate of the collectivité, and of that family when one is given. Throws NOT_FOUND. */
  async one(collectiviteId: number, certificateId: number, familyId?: number): Promise<TaxCertificateRow> {
    const family = familyId === undefined ? {} : { familyId };
    const row = await this.database.read(() =>
      this.database.repository(TaxCertificateRow).findOneBy({ id: certificateId, collectiviteId, ...family }),
    );
    if (!row) throw httpProblems.NOT_FOUND('Cette attestation n’existe pas, ou vous n’y avez pas accès.');
    return row;
  }

  /** Of a year, the last made first; one more than the limit. */
  ofYear(
    collectiviteId: number,
    taxYear: number,
    { limit, after }: { readonly limit: number; readonly after?: number },
  ): Promise<TaxCertificateRow[]> {
    return this.database.read(() =>
      this.database.repository(TaxCertificateRow).find({
        where: { collectiviteId, taxYear, ...(after ? { id: LessThan(after) } : {}) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
  }

  /** All of a year, in the order of their numbers. */
  allOfYear(collectiviteId: number, taxYear: number): Promise<TaxCertificateRow[]> {
    return this.database.read(() =>
      this.database
        .repository(TaxCertificateRow)
        .find({ where: { collectiviteId, taxYear }, order: { number: 'ASC' } }),
    );
  }

  /** The latest year first. */
  ofFamily(collectiviteId: number, familyId: number): Promise<TaxCertificateRow[]> {
    return this.database.read(() =>
      this.database
        .repository(TaxCertificateRow)
        .find({ where: { collectiviteId, familyId }, order: { taxYear: 'DESC' } }),
    );
  }
}
