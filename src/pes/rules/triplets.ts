/**
 * What a piece is, for the Trésor: type of bordereau, type and nature of the piece. A wrong triplet rejects the whole
 * bordereau.
 */
export interface Triplet {
  readonly bordereau: string;
  readonly piece: string;
  readonly nature: string;
  /** « TypFic »: the kind of file in which such a bordereau travels. */
  readonly file: 'PESALR1' | 'PESORMC';
}

/** A rôle: the articles are collected by the comptable, each from one debtor. */
export const ORMC: Triplet = { bordereau: '06', piece: '15', nature: '01', file: 'PESORMC' };
/** A titre for one debtor. */
export const TITRE: Triplet = { bordereau: '01', piece: '01', nature: '01', file: 'PESALR1' };
/** The titre that takes the total of a rôle into the budget; it names the rôle. */
export const RECAPITULATIVE: Triplet = { bordereau: '01', piece: '06', nature: '01', file: 'PESALR1' };
/** Cancels or reduces, in the same exercise, a piece that was sent. */
export const REDUCTION: Triplet = { bordereau: '02', piece: '02', nature: '06', file: 'PESALR1' };

/** « 01/07/05 ». Throws RangeError on anything else than three times two digits. */
export function parseTriplet(text: string): Triplet {
  const [, bordereau, piece, nature] = /^(\d\d)\/(\d\d)\/(\d\d)$/.exec(text) ?? [];
  if (!bordereau || !piece || !nature) throw new RangeError(`« ${text} » is not a triplet like 01/07/05`);
  return { bordereau, piece, nature, file: bordereau === ORMC.bordereau ? 'PESORMC' : 'PESALR1' };
}

export function tripletText({ bordereau, piece, nature }: Triplet): string {
  return `${bordereau}/${piece}/${nature}`;
}

/** The pieces that change another one must name it (annotations of Class_LigneTitreAller.xsd 5.17). */
const CHANGES_ANOTHER = new Set(['02/02/06', '01/02/09', '02/02/10', '01/14/01']);

export function changesAnother(triplet: Triplet): boolean {
  return CHANGES_ANOTHER.has(tripletText(triplet));
}
