import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

/* eslint-disable @typescript-eslint/no-explicit-any -- the documents are read as any client may read them */
type Node = Record<string, any>;

describe.each(['familles', 'administration'])('the OpenAPI document « %s »', (audience) => {
  const document = JSON.parse(readFileSync(`docs/openapi/${audience}.json`, 'utf8')) as Node;
  const operations = Object.entries(document['paths'] as Record<string, Record<string, Node>>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
  const resolved = (node: Node): Node =>
    node['$ref']
      ? String(node['$ref'])
          .slice(2)
          .split('/')
          .reduce<Node>((at, key) => at[key], document)
      : node;

  it('is OpenAPI 3.1 and every reference in it leads somewhere', () => {
    expect(document['openapi']).toBe('3.1.0');
    for (const [, reference] of JSON.stringify(document).matchAll(/"\$ref":"(#[^"]+)"/g))
      expect([reference, resolved({ $ref: reference })]).not.toContain(undefined);
    expect(JSON.stringify(document)).not.toContain('"nullable"');
  });

  it('gives each operation one name, a summary on one line, and a tag', () => {
    const names = operations.map(({ operation }) => operation['operationId'] as string);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, operation } of operations) {
      expect([name, operation['summary']]).toEqual([name, expect.stringMatching(/^[\p{Lu}«][^\n]{5,}$/u)]);
      expect([name, operation['tags']?.length]).toEqual([name, 1]);
    }
  });

  it('tells people everything in French, with its no-break spaces', () => {
    const texts = shownTexts(document);
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) {
      expect([text, englishWords(text)]).toEqual([text, []]);
      expect([text, text.match(/ [:;!?»]|« |[\p{L}\d]'\p{L}/gu)]).toEqual([text, null]);
    }
  });

  it('gives each operation its errors, with an example of each', () => {
    for (const { name, operation } of operations) {
      const problems = Object.entries(operation['responses'] as Record<string, Node>).filter(
        ([status]) => Number(status) >= 400,
      );
      expect([name, problems.length > 0]).toEqual([name, true]);
      for (const [status, problem] of problems) {
        const media = resolved(problem)['content']['application/problem+json'] as Node;
        expect([name, status, Object.keys(media['examples'] as Node).length > 0]).toEqual([name, status, true]);
      }
    }
  });

  it('says of each form with files that too large a one, or too many at once, are refused', () => {
    const forms = operations.filter(({ operation }) => {
      const form = operation['requestBody']?.['content']['multipart/form-data'] as Node | undefined;
      return form && 'files' in resolved(form['schema'] as Node)['properties'];
    });
    expect(forms.length).toBeGreaterThan(3);
    for (const { name, operation } of forms)
      expect([name, Object.keys(operation['responses'] as Node)]).toEqual([
        name,
        expect.arrayContaining(['413', '429']),
      ]);
  });

  it('gives an example of each JSON that is sent or answered', () => {
    for (const { name, operation } of operations) {
      const bodies = [operation['requestBody'], ...Object.values(operation['responses'] as Node)]
        .filter(Boolean)
        .map((body) => resolved(body as Node));
      for (const body of bodies) {
        const media = body['content']?.['application/json'] as Node | undefined;
        if (!media) continue;
        expect([name, media['example'] ?? media['examples']]).not.toContain(undefined);
        expect([name, JSON.stringify(media).includes('"texte"')]).toEqual([name, false]);
      }
    }
  });

  it('gives only examples that follow their schemas', () => {
    for (const { name, operation } of operations) {
      const bodies = [operation['requestBody'], ...Object.values(operation['responses'] as Node)]
        .filter(Boolean)
        .map((body) => resolved(body as Node));
      for (const body of bodies) {
        for (const media of Object.values((body['content'] ?? {}) as Record<string, Node>)) {
          const named = Object.values((media['examples'] ?? {}) as Record<string, Node>).map(({ value }) => value);
          for (const example of 'example' in media ? [media['example'], ...named] : named)
            expect([name, ...misfits(media['schema'] as Node, example, '')]).toEqual([name]);
        }
      }
    }
  });

  it('says what each successful answer holds', () => {
    for (const { name, operation } of operations) {
      const successes = Object.entries(operation['responses'] as Record<string, Node>).filter(
        ([status]) => status < '3',
      );
      expect([name, successes.length > 0]).toEqual([name, true]);
      for (const [status, answer] of successes)
        if (status !== '204' && status !== '202')
          expect([name, status, Object.keys(answer['content'] ?? {})]).not.toEqual([name, status, []]);
    }
  });

  /** Where a value does not follow a schema: its types, words, lists and required fields. */
  function misfits(reference: Node, value: unknown, at: string): string[] {
    const schema = resolved(reference);
    const choices = (schema['anyOf'] ?? schema['oneOf']) as Node[] | undefined;
    if (choices) {
      const found = choices.map((choice) => misfits(choice, value, at));
      return found.some(({ length }) => length === 0) ? [] : found[0]!;
    }
    const inAll = ((schema['allOf'] ?? []) as Node[]).flatMap((part) => misfits(part, value, at));
    if (inAll.length > 0) return inAll;
    const types = [schema['type'] ?? []].flat() as string[];
    if (types.length > 0 && !types.some((type) => is(type, value))) return [`${at} is no ${types.join(' or ')}`];
    if (schema['enum'] && !schema['enum'].includes(value)) return [`${at} is none of ${schema['enum'].join(', ')}`];
    if (Array.isArray(value))
      return value.flatMap((item, index) => misfits((schema['items'] ?? {}) as Node, item, `${at}/${index}`));
    if (value === null || typeof value !== 'object') return [];
    const fields = value as Record<string, unknown>;
    const missing = ((schema['required'] ?? []) as string[]).filter((field) => !(field in fields));
    const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Node>);
    return [
      ...missing.map((field) => `${at}/${field} is missing`),
      ...properties.flatMap(([field, part]) => (field in fields ? misfits(part, fields[field], `${at}/${field}`) : [])),
    ];
  }
});

describe('the search for English', () => {
  it.each([
    ['List the closures of a period.', ['list', 'the', 'of']],
    ['Booked and came.', ['booked', 'and']],
    ['Null while nothing is recorded.', ['while', 'nothing', 'is', 'recorded']],
    ['Lister les familles de la collectivité', []],
    ['`null` : for this family, in code only', ['for', 'this', 'family', 'in', 'only']],
    ['Le `code` de POST /auth/sessions/renewals ; `the name of a field` ne compte pas.', []],
    ['Donnez le jeton `accessToken` au bouton « Authorize ».', []],
  ])('in « %s » finds %j', (text, found) => {
    expect(englishWords(text)).toEqual(found);
  });
});

/** The summaries and descriptions of a document, and nothing of its examples. */
function shownTexts(value: unknown, within = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => shownTexts(item));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => {
    if (within === 'properties') return shownTexts(child);
    if (['example', 'value', 'default', 'enum'].includes(key)) return [];
    if (['summary', 'description', 'title'].includes(key) && typeof child === 'string') return [child];
    return shownTexts(child, key);
  });
}

/**
 * Words that English sentences are made of and that French does not write. What stands between `backticks` is code;
 * addresses and names of headers are no sentences; « week-end » is French.
 */
const ENGLISH = new Set(
  [
    'the of and with when which for from is are was were be been not this that these those it its has have had in to by',
    'at as if then than so no yes any each every only also all both none unless until while where why who whose what how',
    'must may can will would does done here there now still already nothing never again read list add show remove send',
    'give take make first last next latest earliest day days week month year hour family families child children guardian',
    'booking bookings booked invoice invoices payment price prices deadline deadlines tariff amount cents wanted',
    'known recorded received empty true false answer request field value name names rows number created accepted refused',
  ]
    .join(' ')
    .split(' '),
);

function englishWords(text: string): string[] {
  const prose = text.replace(/`[^`]*`/g, '').replace(/\S*\/\S*|\b\w+(?:-\w+)+\b/g, '');
  return (prose.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => ENGLISH.has(word));
}

function is(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
