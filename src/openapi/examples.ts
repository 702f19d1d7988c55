type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Node = { [key: string]: Json };

/** Gives each JSON request and answer an example, put together from the examples of its fields. */
export function addExamples(operation: Node, schemas: Node): void {
  const bodies = [operation['requestBody'], ...Object.values((operation['responses'] as Node | undefined) ?? {})];
  for (const body of bodies) {
    const media = ((body as Node | undefined)?.['content'] as Node | undefined)?.['application/json'] as
      Node | undefined;
    if (media?.['schema'] && media['example'] === undefined && media['examples'] === undefined) {
      media['example'] = exampleOf(media['schema'] as Node, schemas);
    }
  }
}

/** `within`: the names of the schemas that lead here; one that holds itself has an end. */
function exampleOf(schema: Node, schemas: Node, within: readonly string[] = []): Json {
  if (schema['example'] !== undefined) return schema['example'];
  if (Array.isArray(schema['examples'])) return schema['examples'][0] ?? null;
  if (schema['default'] !== undefined) return schema['default'];
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const name = reference.replace('#/components/schemas/', '');
    if (within.includes(name)) return null;
    return exampleOf((schemas[name] as Node | undefined) ?? {}, schemas, [...within, name]);
  }
  const part = ((schema['allOf'] ?? schema['oneOf'] ?? schema['anyOf']) as Node[] | undefined)?.[0];
  if (part) return exampleOf(part, schemas, within);
  if (Array.isArray(schema['enum'])) return schema['enum'][0] ?? null;
  const type = [schema['type']].flat().find((word) => word !== 'null') as string;
  if (type === 'array') return [exampleOf((schema['items'] as Node | undefined) ?? {}, schemas, within)];
  if (schema['properties']) {
    return Object.fromEntries(
      Object.entries(schema['properties'] as Record<string, Node>)
        .filter(([, property]) => !isFile(property))
        .map(([name, property]) => [name, exampleOf(property, schemas, within)]),
    );
  }
  return PLAIN[type] ?? {};
}

/** Files are sent in forms; they have no place in JSON. */
function isFile(schema: Node): boolean {
  return (
    schema['format'] === 'binary' || (schema['type'] === 'array' && isFile((schema['items'] as Node | undefined) ?? {}))
  );
}

const PLAIN: Record<string, Json> = { string: 'texte', integer: 1, number: 1, boolean: true };
