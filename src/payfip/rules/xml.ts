import { XMLBuilder, XMLParser } from 'fast-xml-parser';

/** Elements by local name, prefixes left out; an element that comes several times is a list. */
export type XmlElement = string | { readonly [name: string]: XmlElement | readonly XmlElement[] };

/** Answers of PayFiP are a few hundred characters long. */
export const LONGEST_XML = 100_000;
/** No envelope nests deeper. */
const DEEPEST = 20;

const PARSER = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  htmlEntities: true,
  maxNestedTags: DEEPEST,
});
const BUILDER = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' });

/**
 * Reads a document that others wrote. A document type is refused whole, so that no entity is ever declared, fetched
 * or multiplied. Throws SyntaxError on what is not XML, is too long or declares its own entities.
 */
export function readXml(text: string): XmlElement {
  if (text.length > LONGEST_XML) throw new SyntaxError('the document is too long');
  if (/<!DOCTYPE/i.test(text)) throw new SyntaxError('a document type is not accepted');
  let read: unknown;
  try {
    read = PARSER.parse(text.trim(), true);
  } catch (error) {
    throw new SyntaxError(`not XML: ${(error as Error).message}`);
  }
  return read as XmlElement;
}

/** The first element of that local name, whatever its case and however deep; null when there is none. */
export function findElement(element: XmlElement, name: string): XmlElement | null {
  if (typeof element === 'string') return null;
  const children = Object.entries(element).map(([key, value]) => [key, firstOf(value)] as const);
  const own = children.find(([key]) => key.toLowerCase() === name.toLowerCase());
  if (own) return own[1];
  for (const [, child] of children) {
    const found = findElement(child, name);
    if (found !== null) return found;
  }
  return null;
}

/** The text of that element; null when it is missing, empty, or holds other elements. */
export function textOf(element: XmlElement, name: string): string | null {
  const found = findElement(element, name);
  return typeof found === 'string' && found !== '' ? found : null;
}

/** Writes elements in their order; `@name` is an attribute. What must be escaped is. */
export function writeXml(elements: object): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${BUILDER.build(elements)}`;
}

function firstOf(value: XmlElement | readonly XmlElement[]): XmlElement {
  return Array.isArray(value) ? (value as readonly XmlElement[])[0]! : (value as XmlElement);
}
