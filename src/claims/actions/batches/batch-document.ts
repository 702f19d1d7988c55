import type { Temporal } from '../../../kernel/civil-time.js';
import { counted, euros, NBSP, plainDate, typeset } from '../../../kernel/french.js';
import type { PdfDescription } from '../../../platform/pdf/index.js';
import type { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import type { ClaimPieceRow } from '../../data/claim-piece.entity.js';
import { batchTitle, isPublic, pieceNumber } from '../../rules/batch.js';
import type { TitreContent } from '../../rules/public-titre.js';

type ListedPiece = Pick<ClaimPieceRow, 'pieceRank' | 'amountCents' | 'content' | 'debtNumber'>;

interface BatchToPrint {
  readonly batch: ClaimBatchRow;
  readonly pieces: readonly ListedPiece[];
  /** Instead of pieces: that of a public body. */
  readonly titre: TitreContent | null;
  readonly collectivite: { readonly name: string; readonly addressLines: readonly string[] };
  readonly signatory: string | null;
  readonly drawnAt: Temporal.Instant;
}

/** The list of a bordereau, to be signed by the ordonnateur. */
export function batchDocument({
  batch,
  pieces,
  titre,
  collectivite,
  signatory,
  drawnAt,
}: BatchToPrint): PdfDescription {
  const title = typeset(batchTitle(batch));
  const articles = batch.kind === 'ORMC' ? ['article', 'articles'] : ['pièce', 'pièces'];
  return {
    title,
    author: collectivite.name,
    subject: typeset(`${title}, ${collectivite.name}`),
    createdAt: drawnAt,
    orientation: 'landscape',
    legal: `${collectivite.name} – ${title}`,
    content: [
      {
        kind: 'letterhead',
        emitter: { name: collectivite.name, lines: collectivite.addressLines },
        runningTitle: title,
      },
      {
        kind: 'title',
        text: title,
        subtitle: `Émis le ${plainDate(batch.issuedOn)}${titre ? typeset(` – ${titre.subject}`) : ''}`,
      },
      {
        kind: 'callout',
        label: isPublic(batch.kind)
          ? 'Total du titre'
          : batch.kind === 'REDUCTION'
            ? 'Total réduit'
            : 'Total à recouvrer',
        value: euros(batch.totalCents),
        note: counted(batch.pieces, articles[0]!, articles[1]!),
      },
      titre ? linesTable(batch, titre) : piecesTable(batch, pieces, title),
      {
        kind: 'signatures',
        statement: `Arrêté le présent bordereau à la somme de ${euros(batch.totalCents)}.`,
        frames: [
          { title: 'L’ordonnateur', lines: [signatory ?? '', 'Date et signature'] },
          { title: 'Le comptable public', lines: ['Reçu le', 'Signature'] },
        ],
      },
    ],
  };
}

type Table = Extract<PdfDescription['content'][number], { readonly kind: 'table' }>;

function piecesTable(batch: ClaimBatchRow, pieces: readonly ListedPiece[], title: string): Table {
  return {
    kind: 'table',
    summary: typeset(`Les pièces : ${title}`),
    columns: [
      // The widest first: « À reporter » stands in the first column.
      { header: 'Débiteur', width: 1 },
      { header: 'Pièce', width: 'fit', align: 'right' },
      { header: 'Référence', width: 'fit' },
      { header: batch.kind === 'REDUCTION' ? `Pièce${NBSP}réduite` : 'Dette', width: 'fit' },
      { header: 'Facture', width: 'fit' },
      { header: 'Objet', width: 1 },
      { header: 'Montant', width: 'fit', align: 'right' },
    ],
    rows: [
      ...pieces.map(({ pieceRank, amountCents, content, debtNumber }) => ({
        cells: [
          `${content.debtor.name} ${content.debtor.firstName}`,
          String(pieceNumber(batch, pieceRank)),
          content.debtor.reference,
          content.changes ? String(content.changes.piece) : (debtNumber ?? '–'),
          content.invoiceNumber,
          [...new Set(content.lines.map(({ prestation }) => prestation))].join(', '),
          euros(amountCents),
        ],
      })),
      { kind: 'total', cells: [{ text: 'Total', span: 6 }, euros(batch.totalCents)] },
    ],
    carried: [{ column: 6, of: (_, index) => pieces[index]?.amountCents ?? 0, format: euros }],
  };
}

/** One titre: its lines, under their imputations. */
function linesTable(batch: ClaimBatchRow, { subject, debtor, lines }: TitreContent): Table {
  return {
    kind: 'table',
    summary: typeset(`Les lignes du titre n° ${pieceNumber(batch, 1)} : ${subject}. Débiteur : ${debtor.name}`),
    columns: [
      { header: 'Objet', width: 1 },
      { header: 'Titre', width: 'fit', align: 'right' },
      { header: 'Débiteur', width: 1 },
      { header: `Code${NBSP}produit`, width: 'fit' },
      { header: 'Nature', width: 'fit' },
      { header: 'Fonction', width: 'fit' },
      { header: 'Montant', width: 'fit', align: 'right' },
    ],
    rows: [
      ...lines.map(({ label, product, nature, function: fonction, cents }) => ({
        cells: [label, String(pieceNumber(batch, 1)), debtor.name, product, nature, fonction ?? '–', euros(cents)],
      })),
      { kind: 'total', cells: [{ text: 'Total', span: 6 }, euros(batch.totalCents)] },
    ],
    carried: [{ column: 6, of: (_, index) => lines[index]?.cents ?? 0, format: euros }],
  };
}
