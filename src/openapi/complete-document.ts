import type { OpenAPIObject } from '@nestjs/swagger';
import { typeset } from '../kernel/french.js';
import type { ProblemFactory } from '../kernel/problem.js';
import { type Audience, AUDIENCES } from '../platform/http/api-audience.js';
import { problemResponse, PROBLEM_SCHEMA } from '../platform/http/api-problems.js';
import { databaseProblems } from '../platform/database/problems.js';
import { httpProblems } from '../platform/http/problems.js';
import { identityProblems } from '../identity/index.js';
import { addExamples } from './examples.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Node = { [key: string]: Json };

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/**
 * Keeps the operations of one audience, adds the problems that follow from an operation's shape (a body may be
 * malformed, a signed-in operation may lack its token…) so that no controller repeats them, says « nullable » the way
 * OpenAPI 3.1 does, and typesets the French that people read, so that comments are typed with ordinary spaces.
 */
export function completeDocument(whole: OpenAPIObject, audience: Audience): OpenAPIObject {
  const document = JSON.parse(JSON.stringify(whole)) as Node;
  const paths = document['paths'] as Record<string, Record<string, Node>>;
  const components: Components = { responses: {}, ...(document['components'] as { schemas: Record<string, Json> }) };
  document['components'] = components as unknown as Node;
  for (const [path, item] of Object.entries(paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      if (!(operation[AUDIENCES] as string[] | undefined)?.includes(audience)) delete item[method];
      else complete(path, operation, components);
    }
    if (!METHODS.some((method) => item[method])) delete paths[path];
  }
  components.schemas['Problem'] = problemSchema();
  keepReferencedSchemas(document, components);
  return typesetShown(inOpenApi31(document)) as unknown as OpenAPIObject;
}

function complete(path: string, operation: Node, components: Components): void {
  addImpliedProblems(operation);
  addPathParameters(path, operation);
  splitSummary(operation);
  addExamples(operation, components.schemas);
  const responses = operation['responses'] as Record<string, Node>;
  for (const [status, response] of Object.entries(responses)) {
    response['description'] ||= SUCCESS[status] ?? 'C’est fait.';
    if ((response['content'] as Node | undefined)?.['application/problem+json']) {
      responses[status] = sharedResponse(status, response, components);
    }
  }
}

interface Components {
  schemas: Record<string, Json>;
  responses: Record<string, Json>;
}

/** The same problems answered by many operations are written once. */
function sharedResponse(status: string, response: Node, components: Components): Node {
  const media = (response['content'] as Node)['application/problem+json'] as Node;
  const codes = Object.keys(media['examples'] as Node).sort();
  const name = `Problem${status}_${codes.join('_')}`;
  components.responses[name] = response;
  return { $ref: `#/components/responses/${name}` };
}

/** What the address names and the handler leaves to a guard. */
function addPathParameters(path: string, operation: Node): void {
  const parameters = (operation['parameters'] as Node[] | undefined) ?? [];
  for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
    if (parameters.some((parameter) => parameter['in'] === 'path' && parameter['name'] === name)) continue;
    parameters.unshift({ name: name!, in: 'path', required: true, schema: { type: 'integer' } });
  }
  operation['parameters'] = parameters;
}

/** The first line of a comment is the summary, the rest the description. */
function splitSummary(operation: Node): void {
  const [summary = '', ...rest] = ((operation['summary'] as string | undefined) ?? '').split('\n');
  const description = rest.join('\n').trim();
  operation['summary'] = summary.trim();
  if (description)
    operation['description'] = `${description}\n\n${(operation['description'] as string | undefined) ?? ''}`.trim();
}

const SUCCESS: Record<string, string> = {
  '200': 'Voici ce qui est demandé.',
  '201': 'C’est créé.',
  '202': 'La demande est reçue.',
  '204': 'C’est fait ; il n’y a rien à répondre.',
};

function addImpliedProblems(operation: Node): void {
  const responses = operation['responses'] as Record<string, Json>;
  const access = operation['x-access'] as { kind: string } | undefined;
  const implied: ProblemFactory[] = [databaseProblems.DATABASE_UNAVAILABLE];
  if (operation['requestBody'] || (operation['parameters'] as Json[] | undefined)?.length)
    implied.push(httpProblems.INVALID_REQUEST);
  if (access && access.kind !== 'open') implied.push(identityProblems.NOT_SIGNED_IN);
  // A family that is not the caller's does not exist for them; what another role may do is told to be refused.
  if (access?.kind === 'roles') implied.push(identityProblems.FORBIDDEN, httpProblems.NOT_FOUND);
  if (access?.kind === 'family') implied.push(httpProblems.NOT_FOUND);
  for (const problem of implied) {
    const status = String(problem.kind.status);
    const own = responses[status] as Node | undefined;
    const added = problemResponse([problem]) as unknown as Node;
    responses[status] = own?.['content'] ? merged(own, added) : added;
  }
}

/** Puts the examples of two problem responses of one status together. */
function merged(own: Node, added: Node): Node {
  const media = 'application/problem+json';
  const ownExamples = ((own['content'] as Node)[media] as Node | undefined)?.['examples'] as Node | undefined;
  const addedExamples = ((added['content'] as Node)[media] as Node)['examples'] as Node;
  if (!ownExamples) return own;
  const examples = { ...ownExamples, ...addedExamples };
  const descriptions = new Set([...(own['description'] as string).split('\n\n'), added['description'] as string]);
  return { description: [...descriptions].join('\n\n'), content: { [media]: { schema: PROBLEM_SCHEMA, examples } } };
}

/** OpenAPI 3.1 is JSON Schema: `nullable: true` becomes a type that may be null. */
function inOpenApi31(value: Json): Json {
  if (Array.isArray(value)) return value.map(inOpenApi31);
  if (value === null || typeof value !== 'object') return value;
  const { nullable, ...rest } = value;
  if (!isDecimal(rest['example'])) {
    if (rest['type'] === 'number') rest['type'] = 'integer';
    if (Array.isArray(rest['type'])) rest['type'] = rest['type'].map((word) => (word === 'number' ? 'integer' : word));
  }
  const node: Node = Object.fromEntries(Object.entries(rest).map(([key, child]) => [key, inOpenApi31(child)]));
  if (nullable !== true) return node;
  if (typeof node['type'] === 'string') {
    const { enum: words } = node;
    return { ...node, type: [node['type'], 'null'], ...(Array.isArray(words) ? { enum: [...words, null] } : {}) };
  }
  const { description, example, ...schema } = node;
  return {
    anyOf: [schema, { type: 'null' }],
    ...(description ? { description } : {}),
    ...(example ? { example } : {}),
  };
}

/** Ids, counts and cents are whole numbers; a decimal (a quotient) is known by its example. */
function isDecimal(example: Json | undefined): boolean {
  return typeof example === 'number' && !Number.isInteger(example);
}

/** Summaries, descriptions and examples with the no-break spaces of French, as the service itself answers. */
function typesetShown(value: Json, within = ''): Json {
  if (Array.isArray(value)) return value.map((item) => typesetShown(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      if (within === 'properties') return [key, typesetShown(child)];
      if (EXAMPLES.includes(key)) return [key, typesetTexts(child)];
      if (SHOWN.includes(key) && typeof child === 'string') return [key, typeset(unwrapped(child))];
      return [key, typesetShown(child, key)];
    }),
  );
}

function typesetTexts(value: Json): Json {
  if (typeof value === 'string') return typeset(value);
  if (Array.isArray(value)) return value.map(typesetTexts);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, typesetTexts(child)]));
}

/** Comments are wrapped at the width of the code; their paragraphs are not. */
function unwrapped(text: string): string {
  return text.replace(/(?<!\n)\n(?!\n)/g, ' ');
}

const SHOWN = ['summary', 'description'];
const EXAMPLES = ['example', 'value'];

function keepReferencedSchemas(document: Node, components: Components): void {
  const kept = new Set<string>();
  const follow = (value: Json): void => {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (kept.has(name!)) continue;
      kept.add(name!);
      follow(components.schemas[name!] ?? null);
    }
  };
  follow(document['paths'] as Json);
  follow(components.responses);
  components.schemas = Object.fromEntries(
    Object.entries(components.schemas)
      .filter(([name]) => kept.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function problemSchema(): Json {
  return {
    type: 'object',
    description:
      'Un document de problème (RFC 9457). Le `code` est stable : c’est lui qu’un programme doit lire ; `detail` est pour les personnes, en français.',
    required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
    properties: {
      type: { type: 'string', format: 'uri' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string' },
      detail: { type: 'string' },
      instance: {
        type: 'string',
        description: 'L’identifiant de la requête, aussi dans l’en-tête X-Request-Id et dans les journaux.',
      },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['field', 'message'],
          properties: { field: { type: 'string' }, message: { type: 'string' } },
        },
      },
    },
  };
}
