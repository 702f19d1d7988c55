import { Injectable } from '@nestjs/common';
import { LoadPricingFacts, type PricingFacts } from '../../prestations/index.js';

/** What is known of the families and children met so far; each is loaded once, when it is first met. */
export class FactsBook {
  private readonly byChild = new Map<number, Map<number, PricingFacts>>();

  factsOf(childId: number, familyId: number): PricingFacts {
    const facts = this.byChild.get(childId)?.get(familyId);
    if (!facts) throw new Error(`child ${childId} of family ${familyId} was not loaded`);
    return facts;
  }

  knows(childId: number, familyId: number): boolean {
    return this.byChild.get(childId)?.has(familyId) ?? false;
  }

  add(childId: number, familyId: number, facts: PricingFacts): void {
    const ofChild = this.byChild.get(childId) ?? new Map<number, PricingFacts>();
    ofChild.set(familyId, facts);
    this.byChild.set(childId, ofChild);
  }
}

/** A child, and a foyer that may pay for it. */
export interface ChildOfFamily {
  readonly childId: number;
  readonly familyId: number;
}

/** Fills a book with those who pay in some months. */
@Injectable()
export class LoadFacts {
  constructor(private readonly loadPricingFacts: LoadPricingFacts) {}

  async run(collectiviteId: number, book: FactsBook, payers: Iterable<ChildOfFamily>): Promise<void> {
    const fresh: ChildOfFamily[] = [];
    for (const payer of payers) if (!book.knows(payer.childId, payer.familyId)) fresh.push(payer);
    if (fresh.length === 0) return;
    const facts = await this.loadPricingFacts.run(collectiviteId, {
      familyIds: fresh.map(({ familyId }) => familyId),
      childIds: fresh.map(({ childId }) => childId),
    });
    for (const { childId, familyId } of fresh) book.add(childId, familyId, facts);
  }
}
