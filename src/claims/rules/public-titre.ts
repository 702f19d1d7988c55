import { longDate, typeset } from '../../kernel/french.js';
import { Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { type Bordereau, checkPiece, parseTriplet, type Piece, type PublicBody } from '../../pes/rules/index.js';
import type { PieceContent } from './piece-content.js';
import type { PublicDebtor } from './treasury-settings.js';

/** What the titre of a public body says, frozen when it was made. */
export interface TitreContent {
  /** « 01/06/01 ». */
  readonly triplet: string;
  readonly subject: string;
  readonly debtor: PublicBody;
  readonly lines: readonly TitreLine[];
  /** « IdRol »: number of the rôle that it recapitulates. */
  readonly roll?: number;
  /** « IdRegie »: number of the régie whose receipts it takes into the budget. */
  readonly regie?: string;
}

/** One code produit under one imputation. */
export interface TitreLine {
  readonly label: string;
  readonly product: string;
  readonly nature: string;
  readonly function: string | null;
  readonly cents: Cents;
}

/** What was received of a prestation, under an imputation; the code produit is null where none was entered. */
export interface Received extends Omit<TitreLine, 'product'> {
  readonly product: string | null;
}

/** Adds up, as they pass by, what goes under the same product and imputation. */
export interface AddingUp {
  add(part: TitreLine): void;
  /** By imputation; the labels of one line follow each other. */
  lines(): TitreLine[];
}

export function addingUp(): AddingUp {
  const sums = new Map<string, { line: TitreLine; labels: Set<string> }>();
  return {
    add(part) {
      const key = `${part.nature} ${part.function ?? ''} ${part.product}`;
      const { line, labels } = sums.get(key) ?? { line: { ...part, cents: 0 }, labels: new Set<string>() };
      labels.add(part.label);
      sums.set(key, { line: { ...line, cents: sumCents([line.cents, part.cents]) }, labels });
    },
    lines: () =>
      [...sums]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { line, labels }]) => ({ ...line, label: [...labels].join(', ') })),
  };
}

/** The lines of an article of a rôle, under the imputations of its invoice: the rôle itself stands on 588. */
export function linesOfArticle({ lines }: Pick<PieceContent, 'lines'>): TitreLine[] {
  return lines.map(({ prestation: label, product, nature, function: fonction, cents }) => ({
    ...{ label, product, nature, cents },
    function: fonction,
  }));
}

/** What the régie received, as lines; with, in French, what keeps it from being a titre. */
export function linesOfReceipts(received: readonly Received[]): {
  readonly lines: readonly TitreLine[];
  readonly faults: readonly string[];
} {
  const sums = addingUp();
  for (const { label, product, nature, function: fonction, cents } of received)
    if (product !== null) sums.add({ label, product, nature, function: fonction, cents });
  const without = received.filter(({ product }) => product === null).map(({ label }) => label);
  const lines = sums.lines().filter(({ cents }) => cents !== 0);
  const faults = [
    ...without.map((label) => `Le code produit de « ${label} » manque : demandez-le à la Trésorerie.`),
    ...lines
      .filter(({ cents }) => cents < 0)
      .map(({ label }) => `« ${label} » a rendu plus qu’il n’a reçu : établissez sa réduction avec la Trésorerie.`),
    ...(lines.length + without.length === 0 ? ['Rien n’a été encaissé : il n’y a pas de titre à établir.'] : []),
  ];
  return { lines, faults: faults.map((fault) => typeset(fault)) };
}

/** « Encaissements de la régie du 1er au 30 novembre 2026, état E-2026-0011 ». */
export function regieSubject({ number, from, to }: { number: string; from: string; to: string }): string {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  return `Encaissements de la régie du ${longDate(first)} au ${longDate(last)}, état ${number}`;
}

/** Who stands as the debtor where the settings say nobody: the collectivité itself. */
export function publicBody(chosen: PublicDebtor | null, collectivite: PublicDebtor): PublicBody {
  return { kind: 'PUBLIC_BODY', ...(chosen ?? collectivite) };
}

/** The titre in the model of the Trésor. */
export function titrePiece({ subject, debtor, lines, roll, regie }: TitreContent, number: number): Piece {
  return {
    ...{ number, subject, debtor, attachments: [] },
    ...(roll === undefined ? {} : { roll }),
    lines: lines.map(({ label, product, nature, function: fonction, cents }) => ({
      ...{ subject: label, product, nature, cents },
      ...(fonction === null ? {} : { function: fonction }),
      ...(regie === undefined ? {} : { regie }),
    })),
  };
}

/** What the Trésor would reject it for, in French. */
export function titreFaults(content: TitreContent, about: Pick<Bordereau, 'exercise' | 'issuedOn'>): string[] {
  const bordereau = {
    ...about,
    number: 1,
    triplet: parseTriplet(content.triplet),
    pieces: 1,
    cents: titreCents(content),
  };
  return checkPiece(titrePiece(content, 1), bordereau).map((fault) => typeset(fault));
}

export function titreCents({ lines }: Pick<TitreContent, 'lines'>): Cents {
  return sumCents(lines.map(({ cents }) => cents));
}

/** What is received in a year belongs to it until the end of January of the next one (journée complémentaire). */
export function titreExercise(of: number, issuedOn: Temporal.PlainDate): number {
  return issuedOn.year === of + 1 && issuedOn.month === 1 ? of : issuedOn.year;
}
