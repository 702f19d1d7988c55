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
      expect([name, operation['summary']]).toEqual([name, expect.stringMatching(/^[A-Z«][^\n]{5,}$/)]);
      expect([name, operation['tags']?.length]).toEqual([name, 1]);
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
});
