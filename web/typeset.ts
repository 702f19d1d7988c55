import type { Plugin } from 'vite';

const NBSP = '\u00a0';

/** After a number, or where a text begins that follows one: « 9 h 00 », « 20 min », « 10 Mo ». */
const UNIT = / (?=(?:h|min|ko|Mo)(?:[\s.,;:)…'"`]|$))/.source;

/**
 * No line begins with what French sets apart from a word (« ? », « : », « ; », « ! », « » », « % »), nor with the unit of a
 * number. As long as before.
 */
export function typeset(text: string): string {
  return text
    .replace(/ (?=[?:;!»%](?:[\s.,;)<…»'"`]|$))/g, NBSP)
    .replace(/« /g, `«${NBSP}`)
    .replace(new RegExp(`(?<=^|\\d)${UNIT}`, 'g'), NBSP)
    .replace(/(?<=(?:^|\d)\u00a0h) (?=\d|$)/g, NBSP);
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly value?: unknown;
}

/** Texts are typed with ordinary spaces; what browsers are sent has no-break ones where French wants them. */
export function frenchSpaces(): Plugin {
  return {
    name: 'french-spaces',
    // Once JSX is code: its texts are strings like the others.
    enforce: 'post',
    transform(code, id) {
      if (!/web.src.[^?]*\.tsx?$/.test(id)) return null;
      let set = code;
      for (const { start, end } of textsIn(this.parse(code)))
        set = set.slice(0, start) + typeset(set.slice(start, end)) + set.slice(end);
      return { code: set, map: null };
    },
  };
}

function* textsIn(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const one of node) yield* textsIn(one);
  else if (isNode(node)) {
    if (node.type === 'TemplateElement' || (node.type === 'Literal' && typeof node.value === 'string')) yield node;
    else for (const part of Object.values(node)) yield* textsIn(part);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
