import { describe, expect, it } from '@jest/globals';
import { sizeInWords } from './sizes';

describe('the size of a file', () => {
  it.each([
    [0, '0 octet'],
    [1, '1 octet'],
    [1023, '1023 octets'],
    [1024, '1 ko'],
    [48_213, '47 ko'],
    [1_258_291, '1,2 Mo'],
    [10_485_760, '10 Mo'],
  ])('of %d bytes is %s', (bytes, said) => {
    expect(sizeInWords(bytes)).toBe(said);
  });
});
