import type { FastifyRequest } from 'fastify';
import { httpProblems } from '../../platform/http/problems.js';
import { stillComing } from '../../platform/http/still-coming.js';
import { invalidRequest } from '../../platform/http/validation.js';

export interface ImportForm {
  readonly bytes: Buffer;
  readonly mapping: Record<string, string> | undefined;
  readonly dryRun: boolean;
}

/** Reads the multipart form of an import. A dry run unless told: nothing is ever written by oversight. */
export async function readImportForm(request: FastifyRequest): Promise<ImportForm> {
  if (!request.isMultipart()) {
    throw httpProblems.UNSUPPORTED_MEDIA_TYPE(
      'Envoyez le fichier dans un formulaire « multipart/form-data », champ « file ».',
    );
  }
  let bytes: Buffer | null = null;
  const fields = new Map<string, string>();
  for await (const part of stillComing(request).parts()) {
    if (part.type === 'field') fields.set(part.fieldname, String(part.value));
    else if (part.fieldname === 'file' && bytes === null) bytes = await part.toBuffer();
    else throw invalidRequest([{ field: part.fieldname, message: 'un seul fichier est attendu, dans « file ».' }]);
  }
  if (bytes === null) throw invalidRequest([{ field: 'file', message: 'joignez le fichier CSV des familles.' }]);
  return { bytes, mapping: mappingIn(fields.get('mapping')), dryRun: dryRunIn(fields.get('dryRun')) };
}

function dryRunIn(text: string | undefined): boolean {
  if (text === undefined || text === '' || text === 'true') return true;
  if (text === 'false') return false;
  throw invalidRequest([{ field: 'dryRun', message: 'true ou false est attendu.' }]);
}

function mappingIn(text: string | undefined): Record<string, string> | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const wrong = invalidRequest([
    { field: 'mapping', message: 'un objet JSON est attendu, par exemple {"quotient": "Revenu CAF"}.' },
  ]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong;
  if (!Object.values(value).every((header) => typeof header === 'string')) throw wrong;
  return value as Record<string, string>;
}
