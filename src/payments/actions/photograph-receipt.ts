import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import type { CollectiviteRow } from '../../collectivites/index.js';
import type { FamilyCard } from '../../families/index.js';
import { FindAccounts } from '../../identity/index.js';
import type { Allocated } from '../../ledger/index.js';
import type { Receipt } from '../rules/receipt.js';
import type { DueInvoice } from './find-due-invoices.js';
import type { PaymentToRecord } from '../rules/payment-to-record.js';

interface Scene {
  readonly asked: PaymentToRecord;
  readonly collectivite: CollectiviteRow;
  readonly family: FamilyCard;
  readonly due: readonly DueInvoice[];
  readonly allocated: readonly Allocated[];
  readonly heldCents: Cents;
  readonly number: string;
  readonly accountedOn: Temporal.PlainDate;
  readonly now: Temporal.Instant;
}

/** Copies into a receipt all that it will ever print. */
@Injectable()
export class PhotographReceipt {
  constructor(private readonly findAccounts: FindAccounts) {}

  async run({
    asked,
    collectivite,
    family,
    due,
    allocated,
    heldCents,
    number,
    accountedOn,
    now,
  }: Scene): Promise<Receipt> {
    const { addressLine1, addressLine2, postalCode, city } = collectivite;
    return {
      number,
      collectivite: {
        name: collectivite.name,
        addressLines: [addressLine1, addressLine2, `${postalCode} ${city}`].filter((line) => line !== null),
        siret: collectivite.siret,
        phone: collectivite.phone,
        email: collectivite.email,
      },
      regie: collectivite.regieLabel,
      regisseur: collectivite.regisseurName,
      recordedBy: await this.nameOf(asked.recordedBy),
      recordedAt: now.toString(),
      timeZone: collectivite.timeZone,
      receivedOn: asked.receivedOn.toString(),
      accountedOn: accountedOn.toString(),
      payerName: asked.payerName ?? usualPayer(family),
      family: { name: family.name, addressLines: family.addressLines },
      means: asked.means,
      reference: asked.reference ?? null,
      cents: asked.cents,
      settled: allocated.map(({ invoiceId, prestationId, cents }) => {
        const invoice = due.find((one) => one.invoiceId === invoiceId)!;
        const { prestation } = invoice.open.find((open) => open.prestationId === prestationId)!;
        return { invoiceId, invoiceNumber: invoice.number, prestation, cents };
      }),
      ...(heldCents > 0 ? { heldCents } : {}),
      stillDueCents: sumCents(due.flatMap(({ open }) => open.map(({ cents }) => cents))) - (asked.cents - heldCents),
    };
  }

  private async nameOf(accountId: number | null): Promise<string | null> {
    if (accountId === null) return null;
    const account = (await this.findAccounts.byIds([accountId])).get(accountId);
    return account ? `${account.firstName} ${account.lastName}` : null;
  }
}

function usualPayer(family: FamilyCard): string {
  const [first] = family.guardians;
  return first ? `${first.firstName} ${first.lastName}` : `Famille ${family.name}`;
}
