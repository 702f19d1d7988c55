import { describe, expect, it } from '@jest/globals';
import { validationPipe } from './validation.js';

describe('what the built service validates', () => {
  it('leaves a day in an address to the pipe that reads it', async () => {
    // What the compiler of the built service writes for `Temporal.PlainDate`; the one of the tests writes `Object`.
    const day = { type: 'param', data: 'date', metatype: Function } as const;
    await expect(validationPipe().transform('2026-12-01', day)).resolves.toBe('2026-12-01');
  });
});
