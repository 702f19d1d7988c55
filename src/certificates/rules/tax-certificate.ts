import type { Cents } from '../../kernel/money.js';

/** Series of the tax certificates in the numbering of a collectivité, by tax year. */
export const TAX_CERTIFICATE_SERIES = 'AF';

/** `AF-2026-000012`. */
export function taxCertificateNumber(taxYear: number, rank: number): string {
  return `${TAX_CERTIFICATE_SERIES}-${taxYear}-${String(rank).padStart(6, '0')}`;
}

/** The photograph of a certificate: what it says, now or in ten years. Dates are YYYY-MM-DD. */
export interface TaxCertificate {
  readonly number: string;
  readonly taxYear: number;
  readonly issuedOn: string;
  readonly collectivite: {
    readonly name: string;
    readonly addressLines: readonly string[];
    readonly siret: string | null;
    readonly phone: string;
    readonly email: string;
    readonly city: string;
  };
  readonly signatory: { readonly name: string | null; readonly title: string };
  readonly family: {
    readonly familyId: number;
    readonly names: readonly string[];
    readonly addressLines: readonly string[];
  };
  readonly children: readonly CertifiedChild[];
  readonly totalCents: Cents;
}

export interface CertifiedChild {
  readonly name: string;
  readonly birthDate: string;
  /** By service, where care was paid. */
  readonly services: readonly { readonly name: string; readonly cents: Cents }[];
  readonly cents: Cents;
}
