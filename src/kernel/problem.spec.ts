import { describe, expect, it } from '@jest/globals';
import { Problem } from './problem.js';

describe('a problem', () => {
  it('says its sentences with the no-break spaces of French', () => {
    const kind = { status: 422, title: 'Refusé', when: 'Never.', inFrench: 'Jamais.' };
    const problem = new Problem('REFUSED', kind, 'Choisissez « Oui » : rien n’est fait.', {
      errors: [{ field: 'name', message: 'trop long ; raccourcissez-le' }],
      extensions: { runId: 3 },
    });
    expect(problem.detail).toBe('Choisissez «\u00a0Oui\u00a0»\u00a0: rien n’est fait.');
    expect(problem.more).toEqual({
      errors: [{ field: 'name', message: 'trop long\u00a0; raccourcissez-le' }],
      extensions: { runId: 3 },
    });
  });
});
