import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import type { CollectiviteRow } from '../../collectivites/index.js';
import type { FamilyCard } from '../../families/index.js';
import type { Allocated } from '../../ledger/index.js';
import type { Receipt } from '../rules/receipt.js';
import type { DueInvoice } from './find-due-invoices.js';
import { PhotographHead } from './paper-head.js';
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
  constructor(private readonly head: PhotographHead) {}

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
    const { madeBy, madeAt, ...head } = await this.head.run(collectivite, { number, madeBy: asked.recordedBy, now });
    return {
      ...head,
      recordedBy: madeBy,
      recordedAt: madeAt,
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
}

function usualPayer(family: FamilyCard): string {
  const [first] = family.guardians;
  return first ? `${first.firstName} ${first.lastName}` : `Famille ${family.name}`;
}
