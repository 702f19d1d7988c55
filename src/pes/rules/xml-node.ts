import { XMLBuilder } from 'fast-xml-parser';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';

/** A PES element as the builder takes it: its value in the attribute V, or its children in the order of the keys. */
export type XmlNode = { readonly [name: string]: XmlNode | readonly XmlNode[] | string };

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true });

/** One line of XML. */
export function xmlOf(node: XmlNode): string {
  return builder.build(node);
}

type Child = XmlNode | readonly XmlNode[] | string | undefined;

/** An element with children: strings become values, and what is undefined is left out, as PES wants it. */
export function element(children: Readonly<Record<string, Child>>): XmlNode {
  const kept: Record<string, XmlNode | readonly XmlNode[]> = {};
  for (const [name, child] of Object.entries(children)) {
    if (child !== undefined) kept[name] = typeof child === 'string' ? { '@V': child } : child;
  }
  return kept;
}

/** « 45.60 ». */
export function pesAmount(amount: Cents): string {
  const digits = String(amount).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** « 2026-11-26 ». */
export function pesDate(date: Temporal.PlainDate): string {
  return date.toString();
}
