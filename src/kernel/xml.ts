import { XMLParser } from 'fast-xml-parser';

/** An element of a document: its name without a prefix, attributes, its text, the elements that it holds. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

/** No message nests deeper. */
const DEEPEST = 30;

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  htmlEntities: true,
  maxNestedTags: DEEPEST,
});

/**
 * The root of a document that others wrote, whole in memory. A document type is refused, so that no entity is ever
 * declared, fetched or multiplied. Throws SyntaxError on what has more than `longest` characters, is not XML, or declares
 * its own entities.
 */
export function readXml(text: string, longest: number): XmlNode {
  if (text.length > longest) throw new SyntaxError('the document is too long');
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new SyntaxError('a document type is not accepted');
  let nodes: XmlNode[];
  try {
    nodes = elementsOf(PARSER.parse(text.trim(), true) as Raw[]);
  } catch (error) {
    throw new SyntaxError(`not XML: ${(error as Error).message}`, { cause: error });
  }
  const [root, ...others] = nodes;
  if (!root || others.length > 0) throw new SyntaxError('not one XML document');
  return root;
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
