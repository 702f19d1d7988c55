import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { invalidRequest } from '../../platform/http/validation.js';

/** Throws INVALID_REQUEST when a span ends before it starts, or holds more than `days` days. */
export function limitSpan({ from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate }, days: number): void {
  if (isBefore(to, from)) throw invalidRequest([{ field: 'to', message: 'la fin précède le début.' }]);
  if (!isBefore(to, from.add({ days })))
    throw invalidRequest([{ field: 'to', message: `au plus ${days} jours sont attendus : rapprochez la fin.` }]);
}
