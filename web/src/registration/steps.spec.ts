import { describe, expect, it } from '@jest/globals';
import { type Step, stepToShow } from './steps';

describe('the step of a creation of account to show', () => {
  const saved = { familyName: 'LEFEVRE' };
  it.each<[string, unknown, unknown, unknown, Step | undefined, Step]>([
    ['a new one', null, null, null, undefined, 'compte'],
    ['one taken up again', saved, null, null, undefined, 'responsables'],
    ['all saved', saved, [], [], undefined, 'enfants'],
    ['back to a step that is saved', saved, [], [], 'compte', 'compte'],
    ['a step whose turn it is', saved, null, null, 'responsables', 'responsables'],
    ['an address that skips a step', null, null, null, 'enfants', 'compte'],
    ['a hole in the middle', saved, null, [], 'enfants', 'responsables'],
  ])('%s', (_name, account, guardians, children, asked, shown) => {
    expect(stepToShow({ account, guardians, children }, asked)).toBe(shown);
  });
});
