/**
 * Accounts of the ledger are codes, readable as they are:
 * `FAMILY:12` what family 12 owes, `PRODUCT:7067/281/3` the product of prestation 3 on nature 7067 and fonction 281
 * (`PRODUCT:7067/-/3` in a commune whose M57 plan has no fonction), `MEANS:CHEQUE` what came in by cheque.
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
  | { readonly kind: 'MEANS'; readonly means: string };

export function familyAccount(familyId: number): AccountCode {
  return `FAMILY:${id(familyId)}`;
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
  const family = /^FAMILY:(\d+)$/.exec(code);
  if (family) return { kind: 'FAMILY', familyId: Number(family[1]) };
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
  if (account.kind === 'FAMILY') return `Famille n° ${account.familyId}`;
  if (account.kind === 'MEANS') return `Encaissements ${account.means}`;
  const { nature, function: fonction } = account.imputation;
  return `Produit ${nature}${fonction === null ? '' : `, fonction ${fonction}`}, prestation n° ${account.prestationId}`;
}

function id(value: number): number {
  if (!Number.isSafeInteger(value) || value <= 0) throw new RangeError(`${value} is not an id`);
  return value;
}
