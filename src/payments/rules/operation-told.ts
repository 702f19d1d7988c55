import { isOperationId } from '../../payfip/rules/index.js';

/**
 * The operation that a notification or a return names, in its address or its form: `idop`, however it is written. Nothing
 * else of it is ever read, because nothing of it is signed. Null when it names none.
 */
export function operationTold(...sources: readonly unknown[]): string | null {
  for (const source of sources) {
    if (typeof source !== 'object' || source === null) continue;
    const told = Object.entries(source).find(([name]) => name.toLowerCase() === 'idop')?.[1] as unknown;
    const first: unknown = Array.isArray(told) ? told[0] : told;
    if (typeof first === 'string' && isOperationId(first)) return first;
  }
  return null;
}
