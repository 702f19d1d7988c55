import type { Json } from './client.js';

/** What the comptable's software sends back of a bordereau: acquit, then retour. Written here as Hélios would. */

export function acquitOf({ exercise, number }: Json): string {
  return document(
    'PES_ACQUIT',
    'http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/retour/v2',
    element(
      'ACQUIT',
      element('ElementACQUIT', values({ DomaineAck: '6', EtatAck: '1', NumBord: number, ExerciceBord: exercise })),
    ),
  );
}

/** A bordereau of titres: the first piece was paid whole, the second is rejected, the others are taken. */
export function retourOf({ exercise, number }: Json, pieces: readonly Json[], paidOn: string): string {
  const told = pieces.map((piece, rank) => {
    const state: Readonly<Record<string, string>> =
      rank === 1 ? { EtatPce: '04', ObsEtat: 'NPAI : habite pas a cette adresse' } : { EtatPce: '02' };
    const block = element('BlocPiece', values({ IdPce: piece.number as number, TypPce: '01', NatPce: '01', ...state }));
    const lines =
      rank === 1
        ? ''
        : piece.lines.map((line: Json, index: number) => lineOf(line, index, rank === 0 ? paidOn : null)).join('');
    return element('Piece', block + lines);
  });
  const block = element('BlocBordereau', values({ Exer: exercise, IdBord: number, TypBord: '01' }));
  return document(
    'PES_Retour',
    'http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/retour',
    element('PES_RecetteRetour', element('Bordereau', block + told.join(''))),
  );
}

/** A line as the comptable sees it; 10: paid online. */
function lineOf({ cents }: Json, index: number, paidOn: string | null): string {
  const amount = ((cents as number) / 100).toFixed(2);
  const info = values({ IdLigne: index + 1, EtatLigPce: paidOn === null ? '04' : '05', MtHT: amount });
  const paid = values({ OrgEma: '10', DteReco: paidOn ?? '', MtReco: amount });
  return element(
    'LigneDePiece',
    element('BlocLignePiece', element('InfoLignePiece', info)) +
      (paidOn === null ? '' : element('EncaissementEmargement', paid)),
  );
}

function document(root: string, namespace: string, content: string): string {
  return `<?xml version="1.0" encoding="ISO-8859-1"?>\n<n:${root} xmlns:n="${namespace}">${content}</n:${root}>\n`;
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

function values(of: Readonly<Record<string, string | number>>): string {
  return Object.entries(of)
    .map(([name, value]) => `<${name} V="${value}"/>`)
    .join('');
}
