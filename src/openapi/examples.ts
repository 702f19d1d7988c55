type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Node = { [key: string]: Json };

/** Gives each JSON request and answer an example, put together from the examples of its fields. */
export function addExamples(operation: Node, schemas: Node): void {
  const bodies = [operation['requestBody'], ...Object.values((operation['responses'] as Node | undefined) ?? {})];
  for (const body of bodies) {
    const media = ((body as Node | undefined)?.['content'] as Node | undefined)?.['application/json'] as
      Node | undefined;
    if (media?.['schema'] && media['example'] === undefined && media['examples'] === undefined) {
      media['example'] = exampleOf(media['schema'] as Node, schemas, 0);
    }
  }
}

function exampleOf(schema: Node, schemas: Node, depth: number): Json {
  if (depth > 8) return null;
  if (schema['example'] !== undefined) return schema['example'];
  if (Array.isArray(schema['examples'])) return schema['examples'][0] ?? null;
  if (schema['default'] !== undefined) return schema['default'];
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    return exampleOf(
      (schemas[reference.replace('#/components/schemas/', '')] as Node | undefined) ?? {},
      schemas,
      depth + 1,
    );
  }
  const part = ((schema['allOf'] ?? schema['oneOf'] ?? schema['anyOf']) as Node[] | undefined)?.[0];
  if (part) return exampleOf(part, schemas, depth + 1);
  if (Array.isArray(schema['enum'])) return schema['enum'][0] ?? null;
  if (schema['type'] === 'array') return [exampleOf((schema['items'] as Node | undefined) ?? {}, schemas, depth + 1)];
  if (schema['properties']) {
    return Object.fromEntries(
      Object.entries(schema['properties'] as Record<string, Node>)
        .filter(([, property]) => !isFile(property))
        .map(([name, property]) => [name, exampleOf(property, schemas, depth + 1)]),
    );
  }
  return PLAIN[schema['type'] as string] ?? {};
}

/** Files are sent in forms; they have no place in JSON. */
function isFile(schema: Node): boolean {
  return (
    schema['format'] === 'binary' || (schema['type'] === 'array' && isFile((schema['items'] as Node | undefined) ?? {}))
  );
}

const PLAIN: Record<string, Json> = { string: 'texte', integer: 1, number: 1, boolean: true };
