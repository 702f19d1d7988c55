import type { Temporal } from '../../../src/kernel/civil-time.js';
import { type BatchKind, pieceNumber, tripletOf } from '../../../src/claims/rules/batch.js';

/** A piece that was sent, as its row and that of its bordereau say. */
export interface ToldPiece {
  readonly piece_rank: number;
  readonly kind: BatchKind;
  readonly exercise: number;
  readonly number: number;
  readonly first_piece: number;
}

/** Money on a line: origin 02 a payment, 10 a debit, 06 an admission en non-valeur. Told each time in one file. */
export function toldMoney(money: {
  readonly line: number;
  readonly cents: number;
  readonly origin: '02' | '06' | '10';
  readonly on: Temporal.PlainDate;
}): string {
  const { line, cents, origin, on } = money;
  return `<LigneDePiece><BlocLignePiece><InfoLignePiece><IdLigne V="${line}"/><EtatLigPce V="04"/><MtHT V="1"/></InfoLignePiece></BlocLignePiece><EncaissementEmargement><OrgEma V="${origin}"/><DteReco V="${on.toString()}"/><MtReco V="${(cents / 100).toFixed(2)}"/></EncaissementEmargement></LigneDePiece>`;
}

/** A PES Retour about one piece: 02 taken in charge, 04 refused. */
export function retourOf(piece: ToldPiece, state: '02' | '04', money: readonly string[]): string {
  const { kind, exercise, number, first_piece, piece_rank } = piece;
  const told = `<Piece><BlocPiece><IdPce V="${pieceNumber({ firstPiece: first_piece }, piece_rank)}"/><EtatPce V="${state}"/></BlocPiece>${money.join('')}</Piece>`;
  return `<?xml version="1.0" encoding="ISO-8859-1"?><n:PES_Retour xmlns:n="http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/retour"><PES_RecetteRetour><Bordereau><BlocBordereau><Exer V="${exercise}"/><IdBord V="${number}"/><TypBord V="${tripletOf(kind).bordereau}"/></BlocBordereau>${told}</Bordereau></PES_RecetteRetour></n:PES_Retour>`;
}
