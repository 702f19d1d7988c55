import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite } from '../../collectivites/index.js';
import { type FamilyCard, FindFamilies } from '../../families/index.js';
import { dateIn, Temporal } from '../../kernel/civil-time.js';
import { euros, NBSP, plainDate, shortDate, typeset } from '../../kernel/french.js';
import { groupedBy } from '../../kernel/lists.js';
import { sumCents } from '../../kernel/money.js';
import { ofWithArticle, withArticleFirst } from '../../kernel/names-in-french.js';
import { type FamilyReceipt, type PaidAmount, PaidAmounts } from '../../ledger/index.js';
import { MEANS_OF_PAYMENT } from '../../payments/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type PdfDescription, renderPdf } from '../../platform/pdf/index.js';
import { FindPrestations } from '../../prestations/index.js';

interface Period {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

export interface PrintedCertificate {
  readonly name: string;
  readonly content: Buffer;
}

/** Certifies what one family paid in a period: its own payments and nothing of another foyer of its children. */
@Injectable()
export class CertifyPayments {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly findPrestations: FindPrestations,
    private readonly paid: PaidAmounts,
  ) {}

  async run(collectiviteId: number, familyId: number, period: Period): Promise<PrintedCertificate> {
    const now = this.clock.now();
    const facts = await this.database.read(async () => {
      const collectivite = await this.findCollectivite.run(collectiviteId);
      const family = (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId)!;
      const prestations = await this.findPrestations.run(collectiviteId, { archived: true });
      return {
        collectivite,
        family,
        names: new Map(prestations.map(({ id, name }) => [id, name])),
        receipts: await this.paid.receiptsOf(collectiviteId, familyId, period),
        settled: await this.paid.between(collectiviteId, [familyId], period),
        now,
        today: dateIn(collectivite.timeZone, now),
      };
    });
    const content = await renderPdf(paymentCertificate(period, facts));
    return { name: `attestation-de-paiement-${period.from.toString()}-${period.to.toString()}.pdf`, content };
  }
}

interface Facts {
  readonly collectivite: CollectiviteRow;
  readonly family: FamilyCard;
  readonly names: ReadonlyMap<number, string>;
  readonly receipts: readonly FamilyReceipt[];
  readonly settled: readonly PaidAmount[];
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
}

export function paymentCertificate({ from, to }: Period, facts: Facts): PdfDescription {
  const { collectivite, family, receipts, now, today } = facts;
  const { name, addressLine1, addressLine2, postalCode, city, siret, regisseurName } = collectivite;
  const adults = family.guardians.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
  const who = adults.length > 0 ? adults : [`Famille ${family.name}`];
  const total = sumCents(receipts.map(({ cents }) => cents));
  const services = servicesOf(facts);
  return {
    title: 'Attestation de paiement',
    author: name,
    createdAt: now,
    legal: [name, siret && `SIRET ${siret}`].filter(Boolean).join(' · '),
    content: [
      {
        kind: 'letterhead',
        emitter: { name, lines: [addressLine1, addressLine2, `${postalCode} ${city}`].filter((line) => line !== null) },
        recipient: [...who, ...family.addressLines].slice(0, 6),
        references: [
          ['Le', plainDate(today)],
          ['Famille', `n°${NBSP}${family.familyId}`],
        ],
      },
      { kind: 'title', text: 'Attestation de paiement', subtitle: `Du ${plainDate(from)} au ${plainDate(to)}` },
      {
        kind: 'paragraph',
        text: typeset(
          `${withArticleFirst(name)} atteste avoir reçu ${ofWithArticle(who.join(' et '))}, du ${plainDate(from)} au ${plainDate(to)}, ${euros(total)} pour ses services périscolaires.`,
        ),
      },
      {
        kind: 'table',
        summary: 'Les paiements reçus',
        columns: [
          { header: 'Reçu le', width: 'fit' },
          { header: 'Moyen de paiement', width: 1 },
          { header: 'Montant', width: 'fit', align: 'right' },
        ],
        rows: [
          ...receipts.map((receipt) => ({ cells: [shortDate(receipt.on), howPaid(receipt), euros(receipt.cents)] })),
          { kind: 'total', cells: [{ text: 'Total', span: 2 }, euros(total)] },
        ],
      },
      ...(services.length > 0
        ? [
            { kind: 'heading' as const, text: 'Ce que ces paiements règlent' },
            {
              kind: 'table' as const,
              summary: 'Ce qui a été réglé, par service',
              columns: [
                { header: 'Service', width: 1 },
                { header: 'Réglé', width: 'fit' as const, align: 'right' as const },
              ],
              rows: services.map(([service, cents]) => ({ cells: [service, euros(cents)] })),
            },
          ]
        : []),
      {
        kind: 'signatures',
        frames: [
          {
            title: 'Le régisseur',
            lines: [`À ${city}, le ${plainDate(today)}`, ...(regisseurName ? [regisseurName] : [])],
          },
        ],
      },
    ],
  };
}

function howPaid({ means, cents }: FamilyReceipt): string {
  const label =
    means === null ? 'à la Trésorerie' : (MEANS_OF_PAYMENT.find(({ code }) => code === means)?.label ?? means);
  return cents < 0 ? typeset(`${label} : paiement rejeté`) : label;
}

function servicesOf({ settled, names }: Facts): [string, number][] {
  return [...groupedBy(settled, ({ prestationId }) => prestationId)]
    .map(([prestationId, parts]): [string, number] => [
      names.get(prestationId)!,
      sumCents(parts.map(({ before, after }) => after - before)),
    ])
    .filter(([, cents]) => cents !== 0)
    .sort(([a], [b]) => a.localeCompare(b, 'fr'));
}
