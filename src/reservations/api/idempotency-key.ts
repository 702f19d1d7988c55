import { invalidRequest } from '../../platform/http/validation.js';

/** The Idempotency-Key of a request, or null. Throws INVALID_REQUEST when it is too short or too long. */
export function idempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null;
  if (header.length >= 8 && header.length <= 200) return header;
  throw invalidRequest([{ field: 'Idempotency-Key', message: 'entre 8 et 200 caractères sont attendus.' }]);
}
