import { onServer } from './test-database.js';

/**
 * How many come at once: `many` on the server, where they meet; `few` on the embedded engine, which lets one write at a time
 * and would only take longer.
 */
export function crowd(many: number, few: number): number {
  return onServer ? many : few;
}
