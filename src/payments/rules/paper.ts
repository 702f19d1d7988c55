/** What every paper of the régie says of who issues it; copied, never looked up again. Instants are ISO 8601. */
export interface PaperHead {
  /** As printed, e.g. AQ-2026-000012. */
  readonly number: string;
  readonly collectivite: {
    readonly name: string;
    readonly addressLines: readonly string[];
    readonly siret: string | null;
    readonly phone: string;
    readonly email: string;
  };
  readonly regie: string | null;
  readonly regisseur: string | null;
  /** Who made it, when it was not the régisseur by name. */
  readonly madeBy: string | null;
  readonly madeAt: string;
  readonly timeZone: string;
}

/** Series of the papers of the régie, each numbered from 1 in each year without a gap. */
export const PAPER_SERIES = {
  /** Annulation d'une quittance. */
  reversal: 'AQ',
  /** Liste de remboursements. */
  refund: 'R',
  /** Décision d'admission en non-valeur, de créance éteinte ou de remise gracieuse. */
  writeOff: 'NV',
  /** Bordereau de versement. */
  remittance: 'V',
} as const;

export type PaperKind = keyof typeof PAPER_SERIES;

/** `V-2026-000012`. Throws RangeError on a year or a rank that cannot be printed so. */
export function formatPaperNumber(kind: PaperKind, year: number, n: number): string {
  if (!Number.isInteger(year) || year < 2000 || year > 9999) throw new RangeError(`${year} is not a budget year`);
  if (!Number.isInteger(n) || n < 1 || n > 999_999) throw new RangeError(`${n} is not a rank between 1 and 999999`);
  return `${PAPER_SERIES[kind]}-${year}-${String(n).padStart(6, '0')}`;
}
