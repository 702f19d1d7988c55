import { Injectable } from '@nestjs/common';
import { FindFamilies } from '../../families/index.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { FindPrestations } from '../../prestations/index.js';
import { type CareLine, GatherCare } from './gather-care.js';

/** Paid for a young child under a tariff that does not tell the care from the rest. */
export interface UntoldCare {
  readonly familyId: number;
  readonly familyName: string;
  readonly childName: string;
  readonly prestation: string;
  readonly cents: Cents;
}

/** What certificates of a year would say, before they are made. */
export interface CareReview {
  readonly families: number;
  readonly careCents: Cents;
  /** The first thousand. */
  readonly untold: readonly UntoldCare[];
}

const MOST_UNTOLD = 1000;

@Injectable()
export class ReviewCare {
  constructor(
    private readonly gatherCare: GatherCare,
    private readonly findFamilies: FindFamilies,
    private readonly findPrestations: FindPrestations,
  ) {}

  async run(collectiviteId: number, taxYear: number): Promise<CareReview> {
    const [totals, untold] = [[] as Cents[], [] as { familyId: number; line: CareLine }[]];
    for await (const { familyId, lines } of this.gatherCare.ofYear(collectiviteId, taxYear)) {
      const care = sumCents(lines.map(({ careCents }) => careCents).filter((cents) => cents > 0));
      if (care > 0) totals.push(care);
      const unclear = lines.filter(({ unknownCents }) => unknownCents > 0).map((line) => ({ familyId, line }));
      untold.push(...unclear.slice(0, MOST_UNTOLD - untold.length));
    }
    const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
    const names = new Map(prestations.map(({ id, name }) => [id, name]));
    const families = await this.findFamilies.run(
      collectiviteId,
      untold.map(({ familyId }) => familyId),
    );
    return {
      families: totals.length,
      careCents: sumCents(totals),
      untold: untold.map(({ familyId, line: { child, prestationId, unknownCents } }) => ({
        familyId,
        familyName: families.get(familyId)!.name,
        childName: `${child.firstName} ${child.lastName}`,
        prestation: names.get(prestationId)!,
        cents: unknownCents,
      })),
    };
  }
}
