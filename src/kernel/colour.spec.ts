import { describe, expect, it } from '@jest/globals';
import { blend, contrastWithWhite, isHexColour, readableOnWhite, type HexColour } from './colour.js';

describe('colours', () => {
  it.each([
    ['#ffffff', 1],
    ['#000000', 21],
    ['#767676', 4.54],
  ] as [HexColour, number][])('the contrast of %s with white is %s', (colour, contrast) => {
    expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 2);
  });

  it.each(['#ffe600', '#ffffff', '#9fd3c7', '#1f4e79'] as HexColour[])('%s becomes readable on white', (colour) => {
    expect(contrastWithWhite(readableOnWhite(colour))).toBeGreaterThanOrEqual(4.5);
  });

  it('leaves a readable colour alone', () => expect(readableOnWhite('#1f4e79')).toBe('#1f4e79'));

  it('blends', () => expect(blend('#000000', '#ffffff', 0.5)).toBe('#808080'));

  it.each(['red', '#fff', '#12345g', '#1234567', ''])('refuses « %s »', (value) => {
    expect(isHexColour(value)).toBe(false);
    expect(() => contrastWithWhite(value as HexColour)).toThrow(RangeError);
  });
});
