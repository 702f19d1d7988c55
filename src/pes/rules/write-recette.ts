import { attachmentXml } from './attachment-xml.js';
import { type FileHead, headXml } from './envelope-xml.js';
import type { Attachment, Bordereau, Piece } from './flow.js';
import { bordereauXml, pieceXml } from './piece-xml.js';
import { element, xmlOf } from './xml-node.js';
import { close, open, openPesAller, type XmlPart } from './xml-parts.js';

type Stream<Item> = AsyncIterable<Item> | Iterable<Item>;

export interface Recette extends FileHead {
  readonly bordereaux: readonly BordereauToWrite[];
  /** Read after the last piece, one at a time. */
  readonly attachments?: Stream<Attachment>;
}

export interface BordereauToWrite {
  readonly bordereau: Bordereau;
  readonly pieces: Stream<Piece>;
}

/**
 * A « PES Aller Recette » part by part: an ORMC, titres, reductions. Not signed: the parapheur of the mairie signs it where one
 * is asked for (InfoDematerialisee 0).
 */
export async function* recetteParts({ bordereaux, attachments = [], ...head }: Recette): AsyncGenerator<XmlPart> {
  const root = openPesAller(headXml(head));
  yield root;
  const recette = open('PES_RecetteAller', xmlOf({ EnTeteRecette: element({ IdVer: '2', InfoDematerialisee: '0' }) }));
  yield recette;
  for (const { bordereau, pieces } of bordereaux) {
    const opened = open('Bordereau', xmlOf({ BlocBordereau: bordereauXml(bordereau) }));
    yield opened;
    for await (const piece of pieces) {
      yield { kind: 'item', xml: `${xmlOf(pieceXml(piece, bordereau))}\n`, piece: piece.number };
    }
    yield close(opened);
  }
  yield close(recette);
  yield* attachmentParts(attachments);
  yield close(root);
}

/** Nothing at all where nothing is attached. */
async function* attachmentParts(attachments: Stream<Attachment>): AsyncGenerator<XmlPart> {
  const opened = open('PES_PJ', xmlOf({ EnTetePES_PJ: element({ IdVer: '1' }) }));
  let any = false;
  for await (const attachment of attachments) {
    if (!any) yield opened;
    any = true;
    yield { kind: 'item', xml: `${xmlOf(await attachmentXml(attachment))}\n` };
  }
  if (any) yield close(opened);
}

/** The bytes of a part. Everything was transliterated before: a character beyond Latin-1 is a mistake of the program. */
export function partBytes({ xml }: XmlPart): Buffer {
  if (/[^\u0000-\u00ff]/.test(xml)) throw new RangeError('a part holds a character beyond Latin-1');
  return Buffer.from(xml, 'latin1');
}
