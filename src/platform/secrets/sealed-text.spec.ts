import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { parseDataKeys } from '../config/data-keys.js';
import { keyIdOf, open, seal, SealBroken, type SealedPlace } from './sealed-text.js';

const key = () => randomBytes(32).toString('base64');
const [oldText, newText] = [key(), key()];
const [old] = parseDataKeys(oldText, true);
const [newest] = parseDataKeys(newText, true);
const IBAN = 'FR7630006000011234567890189';
const place: SealedPlace = { collectiviteId: 1, table: 'mandates', column: 'account', reference: 'a-b-c' };

function brokenAt(sealed: string, index: number): string {
  return `${sealed.slice(0, index)}${sealed[index] === 'A' ? 'B' : 'A'}${sealed.slice(index + 1)}`;
}

describe('what is sealed', () => {
  it('opens where it was sealed, and shows nothing of its content', () => {
    const sealed = seal(Buffer.from(IBAN), place, newest!);
    expect(sealed).toMatch(/^s1\.[\w-]{8}\.[\w-]{73}/);
    expect(Buffer.from(sealed.split('.')[2]!, 'base64url').toString('latin1')).not.toContain('FR76');
    expect(open(sealed, place, [newest!]).toString()).toBe(IBAN);
  });

  it('is never the same twice', () => {
    expect(seal(Buffer.from(IBAN), place, newest!)).not.toBe(seal(Buffer.from(IBAN), place, newest!));
  });

  it.each<[string, Partial<SealedPlace>]>([
    ['another commune', { collectiviteId: 2 }],
    ['another row', { reference: 'a-b-d' }],
    ['another table', { table: 'debits' }],
    ['another column', { column: 'holder' }],
  ])('stays shut in %s', (_, elsewhere) => {
    const sealed = seal(Buffer.from(IBAN), place, newest!);
    expect(() => open(sealed, { ...place, ...elsewhere }, [newest!])).toThrow(SealBroken);
  });

  it('shows every character that was changed', () => {
    const sealed = seal(Buffer.from(IBAN), place, newest!);
    // The last character of base64url carries bits that are not of the value.
    for (let index = 0; index < sealed.length - 1; index += 1)
      expect(() => open(brokenAt(sealed, index), place, [newest!])).toThrow(SealBroken);
    for (const cut of ['', 's1', 's1.x', sealed.slice(0, 20), sealed.slice(0, -4), `${sealed}.x`])
      expect(() => open(cut, place, [newest!])).toThrow(SealBroken);
  });

  it('opens under each key that is configured, and no other', () => {
    const sealed = seal(Buffer.from(IBAN), place, old!);
    expect(keyIdOf(sealed)).toBe(old!.id);
    expect(open(sealed, place, parseDataKeys(`${newText},${oldText}`, true)).toString()).toBe(IBAN);
    expect(() => open(sealed, place, [newest!])).toThrow(/DATA_KEY does not hold/);
  });
});

describe('DATA_KEY', () => {
  it('is the newest key first, each with an id that the key alone decides', () => {
    const keys = parseDataKeys(`${newText}, ${oldText}`, true);
    expect(keys.map(({ id }) => id)).toEqual([newest!.id, old!.id]);
    expect(newest!.id).not.toBe(old!.id);
  });

  it('may be unset: production then has none, development always the same', () => {
    expect(parseDataKeys('', true)).toEqual([]);
    expect(parseDataKeys('', false).map(({ id }) => id)).toEqual(parseDataKeys('', false).map(({ id }) => id));
  });

  it.each([
    ['too short', randomBytes(31).toString('base64')],
    ['too long', randomBytes(33).toString('base64')],
    ['not base64', 'une phrase que personne ne devinera jamais'],
    ['not random', Buffer.alloc(32, 'ab').toString('base64')],
    ['one that is empty', `${newText},`],
    ['twice the same', `${newText},${newText}`],
  ])('is refused when %s', (_, text) => {
    expect(() => parseDataKeys(text, true)).toThrow(/clé/);
  });
});
