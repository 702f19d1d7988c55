import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { FindFamilies } from '../../../families/index.js';
import { dateIn, isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../../kernel/money.js';
import { OpenBalances } from '../../../ledger/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { FindPrestations } from '../../../prestations/index.js';
import type { Selection } from '../../rules/batch.js';
import { debitDayOf } from '../../rules/debit.js';
import { debtorOf } from '../../rules/debtor.js';
import { productCodeOn } from '../../rules/product-code.js';
import { BatchDebits } from './batch-debits.js';
import { FindDueInvoices } from '../debts/find-due-invoices.js';
import { FindTreasurySettings } from '../settings/find-treasury-settings.js';
import { ProductCodes } from '../settings/product-codes.js';

export interface BatchPreview {
  readonly debtors: number;
  readonly invoices: number;
  readonly cents: Cents;
  readonly belowLeast: { readonly debtors: number; readonly cents: Cents };
  /** The first two hundred whose card must be completed first. */
  readonly incomplete: readonly { readonly familyId: number; readonly detail: string }[];
  /** What the Trésor would debit of a rôle of today, the first two hundred named; null where it debits nobody. */
  readonly debits: {
    readonly on: Temporal.PlainDate;
    readonly debtors: number;
    readonly cents: Cents;
    readonly families: readonly { readonly familyId: number; readonly cents: Cents }[];
  } | null;
  /** Prestations in use that have no code produit today. */
  readonly withoutCode: readonly { readonly prestationId: number; readonly name: string }[];
}

const MOST = 200;

/** What a bordereau would take, without taking anything. */
@Injectable()
export class PreviewBatch {
  constructor(
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSettings: FindTreasurySettings,
    private readonly findDue: FindDueInvoices,
    private readonly balances: OpenBalances,
    private readonly findFamilies: FindFamilies,
    private readonly findPrestations: FindPrestations,
    private readonly codes: ProductCodes,
    private readonly debits: BatchDebits,
  ) {}

  /** Throws TREASURY_SETTINGS_MISSING. */
  async run(collectiviteId: number, selection: Selection): Promise<BatchPreview> {
    const { leastCents, debitDays } = await this.findSettings.usable(collectiviteId);
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(timeZone, this.clock.now());
    const open = await this.balances.at(collectiviteId, today);
    const due = new Map(
      open.map(({ invoiceId, invoicedCents, settledCents }) => [invoiceId, invoicedCents - settledCents]),
    );
    const families = (await this.findDue.selected(collectiviteId, selection)).map(([familyId, invoiceIds]) => ({
      familyId,
      invoices: invoiceIds.length,
      cents: sumCents(invoiceIds.map((id) => due.get(id)!)),
    }));
    const [low, taken] = [
      families.filter(({ cents }) => cents < leastCents),
      families.filter(({ cents }) => cents >= leastCents),
    ];
    const totalOf = (some: typeof families) => sumCents(some.map(({ cents }) => cents));
    const codes = await this.codes.all(collectiviteId);
    return {
      debtors: taken.length,
      invoices: taken.reduce((total, { invoices }) => total + invoices, 0),
      cents: totalOf(taken),
      belowLeast: { debtors: low.length, cents: totalOf(low) },
      incomplete: await this.incomplete(
        collectiviteId,
        taken.map(({ familyId }) => familyId),
      ),
      debits: await this.debited(collectiviteId, taken, { today, debitDays }),
      withoutCode: (await this.findPrestations.run(collectiviteId))
        .filter(({ id }) => productCodeOn(codes, id, today) === undefined)
        .map(({ id, name }) => ({ prestationId: id, name })),
    };
  }

  private async debited(
    collectiviteId: number,
    taken: readonly { readonly familyId: number; readonly cents: Cents }[],
    { today, debitDays }: { readonly today: Temporal.PlainDate; readonly debitDays: number },
  ): Promise<BatchPreview['debits']> {
    if (!(await this.debits.areOffered(collectiviteId))) return null;
    const on = debitDayOf({ issuedOn: today, writtenOn: today }, debitDays);
    const ids = taken.map(({ familyId }) => familyId);
    const mandates = await this.debits.inForce(collectiviteId, ids, on);
    const debited = taken.filter(({ familyId }) => {
      const mandate = mandates.get(familyId);
      return mandate && !isBefore(today, mandate.signedOn);
    });
    return {
      ...{ on, debtors: debited.length, cents: sumCents(debited.map(({ cents }) => cents)) },
      families: debited.slice(0, MOST).map(({ familyId, cents }) => ({ familyId, cents })),
    };
  }

  private async incomplete(collectiviteId: number, familyIds: readonly number[]): Promise<BatchPreview['incomplete']> {
    const found: { familyId: number; detail: string }[] = [];
    for (const [familyId, family] of await this.findFamilies.run(collectiviteId, familyIds)) {
      if (found.length >= MOST) break;
      const debtor = debtorOf(family);
      if (typeof debtor === 'string') found.push({ familyId, detail: debtor });
      else if (!debtor.address.street || !debtor.address.postalCode || !debtor.address.city) {
        found.push({ familyId, detail: 'L’adresse du foyer est incomplète : complétez-la.' });
      }
    }
    return found;
  }
}
