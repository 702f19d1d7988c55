import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { BookingPolicyRow } from '../data/booking-policy.entity.js';
import { TariffVersionRow } from '../data/tariff-version.entity.js';
import { FindPrestations } from './find-prestations.js';

/** Every dated version of a prestation's règlement or prices, oldest first. */
@Injectable()
export class ListVersions {
  constructor(
    private readonly database: Database,
    private readonly findPrestations: FindPrestations,
  ) {}

  /** Throws NOT_FOUND. */
  policies(collectiviteId: number, prestationId: number): Promise<BookingPolicyRow[]> {
    return this.database.read(async () => {
      await this.findPrestations.one(collectiviteId, prestationId);
      return this.database
        .repository(BookingPolicyRow)
        .find({ where: { collectiviteId, prestationId }, order: { fromDate: 'ASC' } });
    });
  }

  /** Throws NOT_FOUND. */
  tariffs(collectiviteId: number, prestationId: number): Promise<TariffVersionRow[]> {
    return this.database.read(async () => {
      await this.findPrestations.one(collectiviteId, prestationId);
      return this.database
        .repository(TariffVersionRow)
        .find({ where: { collectiviteId, prestationId }, order: { fromDate: 'ASC' } });
    });
  }
}
