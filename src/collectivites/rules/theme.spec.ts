import { describe, expect, it } from '@jest/globals';
import { contrast, type HexColour } from '../../kernel/colour.js';
import { isReadable, nearestReadable, themeOf } from './theme.js';

describe('the colour of a commune', () => {
  it.each<[HexColour, boolean]>([
    ['#1d4f7c', true],
    ['#000000', true],
    ['#a3162b', true],
    ['#767676', false],
    ['#ffe600', false],
    ['#ffffff', false],
  ])('%s may be picked: %s', (colour, expected) => {
    expect(isReadable(colour)).toBe(expected);
    expect(isReadable(nearestReadable(colour))).toBe(true);
    if (expected) expect(nearestReadable(colour)).toBe(colour);
  });

  it.each<HexColour>(['#1d4f7c', '#000000', '#a3162b', '#14652f', '#0000ff'])(
    '%s is readable on light and dark grounds, and so is what is written on it',
    (colour) => {
      const { light, dark } = themeOf(colour);
      expect(light.accent).toBe(colour);
      for (const ground of ['#ffffff', '#f2f5f8'] as const) {
        expect(contrast(light.accent, ground)).toBeGreaterThanOrEqual(4.5);
      }
      for (const ground of ['#10161d', '#18212b', '#1c2631'] as const) {
        expect(contrast(dark.accent, ground)).toBeGreaterThanOrEqual(4.5);
      }
      for (const { accent, accentStrong, onAccent } of [light, dark]) {
        expect(contrast(accent, onAccent)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accentStrong, onAccent)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});
