import { describe, expect, it } from '@jest/globals';
import { adviceOn } from './new-password-rules';

describe('advice on a password that is being typed', () => {
  it.each([
    ['', false],
    ['cantine', false],
    ['Cantine2026!', true],
    ['cantine2026!', false],
    ['Cantine2026abcd', true],
    ['le chat de ma tante mange une pomme', true],
    ['vingt caractères ainsi', true],
    ['👶👶👶👶', false],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', false],
    ['Ab1!Ab1!Ab1!Ab1!', false],
  ])('« %s »: enough is %s', (password, enough) => {
    expect(adviceOn(password).enough).toBe(enough);
  });

  it('promises nothing that the service, who knows the names, may refuse', () => {
    expect(adviceOn('Marc-tilleul-cartable-27').sentence).toMatch(/^C’est assez long\. N’y mettez ni votre nom/);
  });
});
