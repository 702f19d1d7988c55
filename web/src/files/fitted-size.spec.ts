import { describe, expect, it } from '@jest/globals';
import { fittedSize, jpegName } from './fitted-size';

describe('a photo that leaves', () => {
  it.each([
    [4000, 3000, 2000, 1500],
    [3000, 4000, 1500, 2000],
    [800, 600, 800, 600],
    [2000, 2000, 2000, 2000],
    [20_000, 3, 2000, 1],
    [1, 1, 1, 1],
  ])('of %d × %d is %d × %d', (width, height, fittedWidth, fittedHeight) => {
    expect(fittedSize({ width, height })).toEqual({ width: fittedWidth, height: fittedHeight });
  });

  it.each([
    ['IMG_0042.HEIC', 'IMG_0042.jpg'],
    ['certificat.du.12.png', 'certificat.du.12.jpg'],
    ['photo', 'photo.jpg'],
    ['.png', 'photo.jpg'],
    ['🤒.jpeg', '🤒.jpg'],
  ])('named %s is named %s', (name, expected) => {
    expect(jpegName(name)).toBe(expected);
  });
});
