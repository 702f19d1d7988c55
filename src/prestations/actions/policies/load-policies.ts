import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Temporal } from '../../../kernel/civil-time.js';
import { groupedBy } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import type { BookingPolicy } from '../../../reglement/index.js';
import { BookingPolicyRow } from '../../data/booking-policy.entity.js';
import { PolicyExceptionRow } from '../../data/policy-exception.entity.js';
import { mergedPolicy } from '../../rules/policy-exceptions.js';
import { versionOn } from '../../rules/versions.js';

/** The dated booking policies of some prestations, and the exceptions to them. */
export class PolicyBook {
  private readonly byPrestation: ReadonlyMap<number, readonly BookingPolicyRow[]>;
  private readonly byId: ReadonlyMap<number, BookingPolicyRow>;

  constructor(
    readonly versions: readonly BookingPolicyRow[],
    private readonly exceptions: ReadonlyMap<number, PolicyExceptionRow>,
  ) {
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

  /** What the mairie decided for the day of a session, whatever the policy says of it; null: nothing. */
  exceptionFor({ policyExceptionId }: { readonly policyExceptionId: number | null }): Partial<BookingPolicy> | null {
    return policyExceptionId === null ? null : (this.exceptions.get(policyExceptionId)?.rules ?? null);
  }

  /** What rules a session: the policy that it was planned with, and the exception made for its day. */
  ruling(session: {
    readonly bookingPolicyId: number;
    readonly policyExceptionId: number | null;
  }): BookingPolicy | null {
    const rules = this.exceptionFor(session);
    const policy = this.of(session)?.policy ?? null;
    return policy && mergedPolicy(policy, rules && { rules });
  }

  /** Every exception of the collectivité, those that were taken back included: sessions may still be ruled by one. */
  get allExceptions(): Iterable<PolicyExceptionRow> {
    return this.exceptions.values();
  }
}

@Injectable()
export class LoadPolicies {
  constructor(private readonly database: Database) {}

  run(collectiviteId: number, prestationIds: readonly number[]): Promise<PolicyBook> {
    return this.database.read(async () => {
      const versions = await this.database
        .repository(BookingPolicyRow)
        .findBy({ collectiviteId, prestationId: In([...prestationIds]) });
      const exceptions = await this.database.repository(PolicyExceptionRow).findBy({ collectiviteId });
      return new PolicyBook(versions, new Map(exceptions.map((row) => [row.id, row])));
    });
  }
}
