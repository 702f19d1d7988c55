import { XMLParser } from 'fast-xml-parser';

/** An element of a message: its name without a prefix, attributes, its text, the elements that it holds. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

/** A status report of ten thousand debits is a few megabytes long. */
export const LONGEST_MESSAGE = 20_000_000;

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  maxNestedTags: 30,
});

/**
 * The root of a message that others wrote. A document type is refused whole, so that no entity is ever declared,
 * fetched or multiplied. Throws SyntaxError on what is too long, is not XML, or declares its own entities.
 */
export function readMessage(xml: string): XmlNode {
  if (xml.length > LONGEST_MESSAGE) throw new SyntaxError('the message is too long');
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new SyntaxError('a document type is not accepted');
  let nodes: XmlNode[];
  try {
    nodes = elementsOf(PARSER.parse(xml.trim(), true) as Raw[]);
  } catch (error) {
    throw new SyntaxError(`not XML: ${(error as Error).message}`, { cause: error });
  }
  const [root, ...others] = nodes;
  if (!root || others.length > 0) throw new SyntaxError('not one XML document');
  return root;
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

type Raw = Record<string, unknown>;

function elementsOf(raw: readonly Raw[]): XmlNode[] {
  return raw.flatMap((item) => {
    const tag = Object.keys(item).find((key) => key !== ':@' && key !== '#text');
    if (tag === undefined) return [];
    const inside = item[tag] as Raw[];
    const text = inside.map((part) => (part['#text'] as string | undefined) ?? '').join('');
    const attributes = (item[':@'] ?? {}) as Record<string, string>;
    return [{ name: tag.slice(tag.indexOf(':') + 1), attributes, text: text.trim(), children: elementsOf(inside) }];
  });
}
