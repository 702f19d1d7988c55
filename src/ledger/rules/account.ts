/**
 * Accounts of the ledger are codes, readable as they are:
 * `FAMILY:12` what family 12 owes, `PRODUCT:7067/281/3` the product of prestation 3 on nature 7067 and fonction 281
 * (`PRODUCT:7067/-/3` in a commune whose M57 plan has no fonction), `MEANS:CHEQUE` what came in by cheque and is in the
 * régie's hands, `CREDIT:12` what the collectivité holds for family 12 (advances, overpayments, credit notes of what was
 * paid), `CLAIM:12` what family 12 owes to the comptable public once a titre was issued, `TREASURY` money handed over to
 * the Trésorerie or received there, `WRITE_OFF:6541` debts given up, by the nature of their mandate.
 */
export type AccountCode = string;

/** M57 imputation of a prestation: nature (article) and fonction, as digits; no fonction in the abridged plan. */
export interface Imputation {
  readonly nature: string;
  readonly function: string | null;
}

export type Account =
  | { readonly kind: 'FAMILY'; readonly familyId: number }
  | { readonly kind: 'PRODUCT'; readonly imputation: Imputation; readonly prestationId: number }
  | { readonly kind: 'MEANS'; readonly means: string }
  | { readonly kind: 'CREDIT'; readonly familyId: number }
  | { readonly kind: 'CLAIM'; readonly familyId: number }
  | { readonly kind: 'TREASURY' }
  | { readonly kind: 'WRITE_OFF'; readonly nature: string };

export const ACCOUNT_KINDS = ['FAMILY', 'PRODUCT', 'MEANS', 'CREDIT', 'CLAIM', 'TREASURY', 'WRITE_OFF'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** Where the debt of an invoice is: at the régie, or taken over by the comptable public. */
export type DebtKind = 'FAMILY' | 'CLAIM';

export const TREASURY_ACCOUNT: AccountCode = 'TREASURY';

export function familyAccount(familyId: number): AccountCode {
  return `FAMILY:${id(familyId)}`;
}

export function creditAccount(familyId: number): AccountCode {
  return `CREDIT:${id(familyId)}`;
}

export function claimAccount(familyId: number): AccountCode {
  return `CLAIM:${id(familyId)}`;
}

export function debtAccount(kind: DebtKind, familyId: number): AccountCode {
  return kind === 'FAMILY' ? familyAccount(familyId) : claimAccount(familyId);
}

/** Throws RangeError when the nature is not digits. */
export function writeOffAccount(nature: string): AccountCode {
  if (!/^\d{1,10}$/.test(nature)) throw new RangeError(`« ${nature} » is not a nature`);
  return `WRITE_OFF:${nature}`;
}

/** Throws RangeError when nature or fonction are not digits. */
export function productAccount({ nature, function: fonction }: Imputation, prestationId: number): AccountCode {
  if (!/^\d{1,10}$/.test(nature)) throw new RangeError(`« ${nature} » is not a nature`);
  if (fonction !== null && !/^\d{1,10}$/.test(fonction)) throw new RangeError(`« ${fonction} » is not a fonction`);
  return `PRODUCT:${nature}/${fonction ?? '-'}/${id(prestationId)}`;
}

/** Throws RangeError when the means is not a code such as CHEQUE. */
export function meansAccount(means: string): AccountCode {
  if (!/^[A-Z][A-Z_]*$/.test(means)) throw new RangeError(`« ${means} » is not a means of payment`);
  return `MEANS:${means}`;
}

/** What a code says. Throws RangeError on a code that none of the functions above made. */
export function readAccount(code: AccountCode): Account {
  const family = /^(FAMILY|CREDIT|CLAIM):(\d+)$/.exec(code);
  if (family) return { kind: family[1] as DebtKind | 'CREDIT', familyId: Number(family[2]) };
  const writeOff = /^WRITE_OFF:(\d+)$/.exec(code);
  if (writeOff) return { kind: 'WRITE_OFF', nature: writeOff[1]! };
  if (code === TREASURY_ACCOUNT) return { kind: 'TREASURY' };
  const product = /^PRODUCT:(\d+)\/(\d+|-)\/(\d+)$/.exec(code);
  if (product) {
    const imputation = { nature: product[1]!, function: product[2] === '-' ? null : product[2]! };
    return { kind: 'PRODUCT', imputation, prestationId: Number(product[3]) };
  }
  const means = /^MEANS:([A-Z][A-Z_]*)$/.exec(code);
  if (means) return { kind: 'MEANS', means: means[1]! };
  throw new RangeError(`« ${code} » is not an account`);
}

/** How an account is called in French; never by the name of a person. */
export function accountLabel(code: AccountCode): string {
  const account = readAccount(code);
  switch (account.kind) {
    case 'FAMILY':
      return `Famille n° ${account.familyId}`;
    case 'CREDIT':
      return `Avoir de la famille n° ${account.familyId}`;
    case 'CLAIM':
      return `Titres de la famille n° ${account.familyId}`;
    case 'TREASURY':
      return 'Trésorerie';
    case 'WRITE_OFF':
      return `Créances abandonnées, nature ${account.nature}`;
    case 'MEANS':
      return `Encaissements ${account.means}`;
    case 'PRODUCT': {
      const { nature, function: fonction } = account.imputation;
      const where = fonction === null ? '' : `, fonction ${fonction}`;
      return `Produit ${nature}${where}, prestation n° ${account.prestationId}`;
    }
  }
}

function id(value: number): number {
  if (!Number.isSafeInteger(value) || value <= 0) throw new RangeError(`${value} is not an id`);
  return value;
}
