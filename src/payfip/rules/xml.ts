import { XMLBuilder } from 'fast-xml-parser';
import type { XmlNode } from '../../kernel/xml.js';

/** Answers of PayFiP are a few hundred characters long. */
export const LONGEST_XML = 100_000;

const BUILDER = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' });

/** The first element of that local name, whatever its case and however deep; null when there is none. */
export function findElement(element: XmlNode, name: string): XmlNode | null {
  if (element.name.toLowerCase() === name.toLowerCase()) return element;
  const own = element.children.find((child) => child.name.toLowerCase() === name.toLowerCase());
  if (own) return own;
  for (const child of element.children) {
    const found = findElement(child, name);
    if (found !== null) return found;
  }
  return null;
}

/** The text of that element; null when it is missing, empty, or holds other elements. */
export function textOf(element: XmlNode, name: string): string | null {
  const found = findElement(element, name);
  return found !== null && found.children.length === 0 && found.text !== '' ? found.text : null;
}

/** Writes elements in their order; `@name` is an attribute. What must be escaped is. */
export function writeXml(elements: object): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${BUILDER.build(elements)}`;
}
