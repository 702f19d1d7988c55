/**
 * A file in the order in which it is written, so that 150 000 pieces never stand in memory together. `open` starts an
 * element that holds items; `close` ends it; an `item` is one whole child on one line. What is between an open and its
 * close can be cut into several valid documents, each with the same opens around fewer items: the schemas are checked so.
 */
export type XmlPart =
  | { readonly kind: 'open'; readonly xml: string; readonly closing: string }
  | { readonly kind: 'item'; readonly xml: string; readonly piece?: number }
  | { readonly kind: 'close'; readonly xml: string };

const DECLARATION = '<?xml version="1.0" encoding="ISO-8859-1"?>\n';
const NAMESPACE = 'http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/aller';

/** The root; only it is in the namespace. `start`: what stands before the first domain. */
export function openPesAller(start: string): XmlPart {
  return {
    kind: 'open',
    xml: `${DECLARATION}<n:PES_Aller xmlns:n="${NAMESPACE}">\n${start}\n`,
    closing: '</n:PES_Aller>\n',
  };
}

export function open(name: string, start: string): XmlPart {
  return { kind: 'open', xml: `<${name}>\n${start}\n`, closing: `</${name}>\n` };
}

export function close(opened: XmlPart): XmlPart {
  if (opened.kind !== 'open') throw new RangeError('only what is open closes');
  return { kind: 'close', xml: opened.closing };
}
