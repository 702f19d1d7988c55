import { Injectable } from '@nestjs/common';
import { CareOfInvoices, type ChargedCare } from '../../billing/index.js';
import { type ChildCard, FindChildren } from '../../families/index.js';
import { Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { type PaidAmount, PaidAmounts } from '../../ledger/index.js';
import { carePaid, careCounts } from '../rules/care-paid.js';

const FAMILIES_AT_ONCE = 200;

/** What one family paid in a year for one child who counts, for one prestation. */
export interface CareLine {
  readonly child: ChildCard;
  readonly prestationId: number;
  readonly careCents: Cents;
  /** Paid under a tariff that does not tell the care from the rest: counted nowhere, shown to the mairie. */
  readonly unknownCents: Cents;
}

export interface FamilyCare {
  readonly familyId: number;
  readonly lines: readonly CareLine[];
}

/** Gathers the care that families paid in a year, a few hundred families at a time. */
@Injectable()
export class GatherCare {
  constructor(
    private readonly paid: PaidAmounts,
    private readonly careOf: CareOfInvoices,
    private readonly findChildren: FindChildren,
  ) {}

  /** In the order of the families' ids; those with nothing for a child who counts are left out. */
  async *ofYear(collectiviteId: number, taxYear: number): AsyncGenerator<FamilyCare> {
    const year = yearSpan(taxYear);
    for (let after = 0; ;) {
      const families = await this.paid.families(collectiviteId, year, { after, take: FAMILIES_AT_ONCE });
      if (families.length === 0) return;
      after = families.at(-1)!;
      const amounts = await this.paid.between(collectiviteId, families, year);
      yield* await this.caresOf(collectiviteId, amounts, taxYear);
    }
  }

  private async caresOf(
    collectiviteId: number,
    amounts: readonly PaidAmount[],
    taxYear: number,
  ): Promise<FamilyCare[]> {
    const charged = await this.careOf.run(
      collectiviteId,
      amounts.map(({ invoiceId }) => invoiceId),
      yearSpan(taxYear),
    );
    const chargedFor = groupedBy(charged, keyOf);
    const cards = await this.findChildren.run(
      collectiviteId,
      charged.map(({ childId }) => childId),
    );
    return [...groupedBy(amounts, ({ familyId }) => familyId)].flatMap(([familyId, own]) => {
      const lines = own.flatMap((amount) => linesOf(amount, chargedFor.get(keyOf(amount)) ?? [], cards));
      const counted = lines.filter(({ child }) => careCounts(child.birthDate, taxYear));
      const summed = summedUp(counted);
      return summed.length > 0 ? [{ familyId, lines: summed }] : [];
    });
  }
}

export function yearSpan(year: number): { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate } {
  return {
    from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    to: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
  };
}

function keyOf({ invoiceId, prestationId }: { readonly invoiceId: number; readonly prestationId: number }): string {
  return `${invoiceId}/${prestationId}`;
}

function linesOf(
  amount: PaidAmount,
  charged: readonly ChargedCare[],
  cards: ReadonlyMap<number, ChildCard>,
): CareLine[] {
  return carePaid(charged, amount).map(({ childId, careCents, unknownCents }) => {
    return { child: cards.get(childId)!, prestationId: amount.prestationId, careCents, unknownCents };
  });
}

/** One line for each child and prestation, whatever the invoices; those of nothing are left out. */
function summedUp(lines: readonly CareLine[]): CareLine[] {
  return [...groupedBy(lines, ({ child, prestationId }) => `${child.childId}/${prestationId}`).values()]
    .map((same) => ({
      ...same[0]!,
      careCents: sumCents(same.map(({ careCents }) => careCents)),
      unknownCents: sumCents(same.map(({ unknownCents }) => unknownCents)),
    }))
    .filter(({ careCents, unknownCents }) => careCents !== 0 || unknownCents !== 0);
}
