import { Injectable } from '@nestjs/common';
import { FindFamilies, FindRecipients } from '../../../families/index.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import {
  FindPolicyExceptions,
  FindPrestations,
  FindSessionChanges,
  type PrestationRow,
  type SessionChange,
  type SessionChanges,
} from '../../../prestations/index.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import { policySentences } from '../../../reglement/index.js';
import { ConcernedFamilies } from '../../data/concerned-families.js';
import { type FamilyConcern, familyConcerns, recomputationText, type Ruling } from '../../rules/recomputation.js';

export interface FamilyToTell extends FamilyConcern {
  readonly name: string;
  /** Of whom a mail would leave for. */
  readonly addresses: readonly string[];
}

/** What recomputing the open sessions of a prestation would do now. */
export interface Foreseen extends SessionChanges {
  readonly prestation: PrestationRow;
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly rulings: readonly Ruling[];
  /** By name. */
  readonly families: readonly FamilyToTell[];
  readonly digest: string;
}

/** Reads what a recomputation would change, and for whom; changes nothing. */
@Injectable()
export class ForeseeRecomputation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findPrestations: FindPrestations,
    private readonly findExceptions: FindPolicyExceptions,
    private readonly findSessionChanges: FindSessionChanges,
    private readonly concernedFamilies: ConcernedFamilies,
    private readonly findFamilies: FindFamilies,
    private readonly findRecipients: FindRecipients,
    private readonly secrets: Secrets,
  ) {}

  /** Throws NOT_FOUND. */
  run(collectiviteId: number, prestationId: number): Promise<Foreseen> {
    const now = this.clock.now();
    return this.database.read(async () => {
      const prestation = await this.findPrestations.one(collectiviteId, prestationId);
      const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
      const { changes, unruled } = await this.findSessionChanges.run(prestation, now);
      const concerns = await this.concernedFamilies.of(
        collectiviteId,
        changes.map(({ sessionId }) => sessionId),
      );
      const families = await this.toTell(collectiviteId, familyConcerns(concerns));
      const rulings = await this.rulings(collectiviteId, changes);
      const addresses = families.flatMap((family) => family.addresses);
      const text = recomputationText({ prestationId, changes, concerns, rulings, addresses }, now);
      const digest = this.secrets.digest(text);
      return { prestation, zone, now, changes, unruled, rulings, families, digest };
    });
  }

  private async toTell(collectiviteId: number, concerns: readonly FamilyConcern[]): Promise<FamilyToTell[]> {
    const ids = concerns.map(({ familyId }) => familyId);
    const cards = await this.findFamilies.run(collectiviteId, ids);
    const recipients = await this.findRecipients.ofFamilies(collectiviteId, ids);
    return concerns
      .map((concern) => ({
        ...concern,
        name: cards.get(concern.familyId)?.name ?? '',
        addresses: (recipients.get(concern.familyId) ?? []).map(({ to }) => to.address),
      }))
      .sort((a, b) => NAMES.compare(a.name, b.name) || a.familyId - b.familyId);
  }

  private async rulings(collectiviteId: number, changes: readonly SessionChange[]): Promise<Ruling[]> {
    const rulings = new Map<string, SessionChange['after']>();
    for (const { after } of changes) rulings.set(`${after.policyId}/${after.exceptionId}`, after);
    if (rulings.size === 0) return [];
    const exceptions = new Map((await this.findExceptions.run(collectiviteId)).map((row) => [row.id, row]));
    return [...rulings.values()].map(({ policyId, exceptionId, policy }) => ({
      policyId,
      exceptionId,
      reason: exceptionId === null ? null : (exceptions.get(exceptionId)?.reason ?? null),
      sentences: policySentences(policy),
      apart: Boolean(policy.publics?.length || policy.waivers?.length),
    }));
  }
}

const NAMES = new Intl.Collator('fr');
