import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { BookingPolicyRow } from '../data/booking-policy.entity.js';
import { versionOn } from '../rules/versions.js';

/** The dated booking policies of some prestations. */
export class PolicyBook {
  private readonly byPrestation: ReadonlyMap<number, readonly BookingPolicyRow[]>;
  private readonly byId: ReadonlyMap<number, BookingPolicyRow>;

  constructor(readonly versions: readonly BookingPolicyRow[]) {
    this.byPrestation = groupedBy(versions, ({ prestationId }) => prestationId);
    this.byId = new Map(versions.map((version) => [version.id, version]));
  }

  /** The version in force on a date; null when the mairie has set none. */
  on(prestationId: number, date: Temporal.PlainDate): BookingPolicyRow | null {
    return versionOn(this.byPrestation.get(prestationId) ?? [], date);
  }

  /** The version that a session was planned with. */
  of(session: { readonly bookingPolicyId: number }): BookingPolicyRow | null {
    return this.byId.get(session.bookingPolicyId) ?? null;
  }
}

@Injectable()
export class LoadPolicies {
  constructor(private readonly database: Database) {}

  async run(collectiviteId: number, prestationIds: readonly number[]): Promise<PolicyBook> {
    const versions = await this.database.read(() =>
      this.database.repository(BookingPolicyRow).findBy({ collectiviteId, prestationId: In([...prestationIds]) }),
    );
    return new PolicyBook(versions);
  }
}
