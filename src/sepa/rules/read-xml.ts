import { readXml, type XmlNode } from '../../kernel/xml.js';

/** A status report of ten thousand debits is a few megabytes long. */
const LONGEST_MESSAGE = 20_000_000;

/** The root of a message that others wrote. Throws SyntaxError on what is too long, is not XML, or declares entities. */
export function readMessage(xml: string): XmlNode {
  return readXml(xml, LONGEST_MESSAGE);
}

/** The elements reached by a path of local names. */
export function nodesAt(node: XmlNode, ...path: string[]): readonly XmlNode[] {
  return path.reduce<readonly XmlNode[]>(
    (nodes, step) => nodes.flatMap(({ children }) => children.filter(({ name }) => name === step)),
    [node],
  );
}

/** The text of the first element at a path; null when there is none, or nothing in it. */
export function textAt(node: XmlNode, ...path: string[]): string | null {
  return nodesAt(node, ...path)[0]?.text || null;
}
