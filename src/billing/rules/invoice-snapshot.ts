import type { Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { type ChargeToShow, type InvoiceChild, invoiceChildren } from './invoice-lines.js';

/**
 * What an invoice said on the day it was issued: nothing of it is looked up again, whatever is renamed, moved or
 * priced anew later. Stored as JSON: dates are YYYY-MM-DD, instants ISO 8601.
 */
export interface InvoiceSnapshot {
  readonly number: string;
  readonly issuedAt: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly collectivite: InvoiceIssuer;
  readonly payer: InvoicePayer;
  readonly children: readonly InvoiceChild[];
  readonly totalCents: Cents;
  /** What the family's credit paid of it at once; absent where nothing did. */
  readonly creditUsedCents?: Cents;
  /** Issued for days that were paid when they were booked. */
  readonly paidAtBooking?: true;
  /** Ways to pay that were open at issue, besides the mairie's own words; absent from older invoices. */
  readonly ways?: PaymentWays;
}

export interface PaymentWays {
  /** Where the family pays this invoice on the portal: absolute. */
  readonly onlineUrl?: string;
  /** Where a debt of the Trésorerie is paid: the address, the number of the collectivité and the reference to type. */
  readonly payfip?: { readonly address: string; readonly collectivite: string; readonly reference: string };
  /** What will be taken from the family's account, which is shown masked. */
  readonly directDebit?: { readonly on: string; readonly cents: Cents; readonly account: string };
}

export interface InvoiceIssuer {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly siret: string | null;
  readonly phone: string;
  readonly email: string;
  readonly website: string | null;
  readonly regie: string | null;
  readonly regisseur: string | null;
  /** Where and how to pay, in the mairie's own words. */
  readonly paymentInstructions: string | null;
}

export interface InvoicePayer {
  readonly familyId: number;
  /** « Madame Camille DURAND », one line per adult; « Famille DURAND » when none is known. */
  readonly names: readonly string[];
  readonly addressLines: readonly string[];
}

interface Moment {
  readonly number: string;
  readonly issuedAt: Temporal.Instant;
  readonly issuedOn: Temporal.PlainDate;
  /** Days given to pay. */
  readonly paymentDays: number;
  readonly period: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };
  readonly creditUsedCents?: Cents;
  readonly paidAtBooking?: boolean;
  readonly ways?: PaymentWays;
}

/** What remains to be paid on the day of issue. */
export function leftToPay({ totalCents, creditUsedCents = 0 }: InvoiceSnapshot): Cents {
  return totalCents - creditUsedCents;
}

/** Takes the photograph. The due date is the day of issue and the days given to pay. */
export function photograph(
  moment: Moment,
  collectivite: InvoiceIssuer,
  payer: InvoicePayer,
  charges: readonly ChargeToShow[],
): InvoiceSnapshot {
  const { number, issuedAt, issuedOn, paymentDays, period, creditUsedCents = 0, paidAtBooking = false, ways } = moment;
  return {
    number,
    issuedAt: issuedAt.toString(),
    issuedOn: issuedOn.toString(),
    dueOn: issuedOn.add({ days: paymentDays }).toString(),
    period: { from: period.from.toString(), to: period.to.toString() },
    collectivite,
    payer,
    children: invoiceChildren(charges),
    totalCents: sumCents(charges.map(({ cents }) => cents)),
    ...(creditUsedCents > 0 ? { creditUsedCents } : {}),
    ...(paidAtBooking ? { paidAtBooking } : {}),
    ...(ways ? { ways } : {}),
  };
}

const CIVILITIES = { MADAME: 'Madame', MONSIEUR: 'Monsieur' } as const;

interface Household {
  readonly familyId: number;
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly guardians: readonly {
    readonly civility: keyof typeof CIVILITIES | null;
    readonly firstName: string;
    readonly lastName: string;
  }[];
}

export function payerOf({ familyId, name, addressLines, guardians }: Household): InvoicePayer {
  const names = guardians.map(({ civility, firstName, lastName }) =>
    [civility && CIVILITIES[civility], firstName, lastName].filter(Boolean).join(' '),
  );
  return { familyId, names: names.length > 0 ? names : [`Famille ${name}`], addressLines };
}

interface Town {
  readonly name: string;
  readonly addressLine1: string;
  readonly addressLine2: string | null;
  readonly postalCode: string;
  readonly city: string;
  readonly siret: string | null;
  readonly phone: string;
  readonly email: string;
  readonly website: string | null;
  readonly regieLabel: string | null;
  readonly regisseurName: string | null;
  readonly paymentInstructions: string | null;
}

export function issuerOf(town: Town): InvoiceIssuer {
  const { name, addressLine1, addressLine2, postalCode, city, siret, phone, email, website } = town;
  const place = `${postalCode} ${city}`;
  return {
    name,
    addressLines: [addressLine1, addressLine2, place].filter((line): line is string => Boolean(line)),
    siret,
    phone,
    email,
    website,
    regie: town.regieLabel,
    regisseur: town.regisseurName,
    paymentInstructions: town.paymentInstructions,
  };
}
