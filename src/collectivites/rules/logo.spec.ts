import { describe, expect, it } from '@jest/globals';
import { isLogo } from './logo.js';

/** The first bytes of a PNG: its size comes first. */
function png(width: number, height: number): Buffer {
  const content = Buffer.alloc(33);
  content.write('89504e470d0a1a0a0000000d49484452', 'hex');
  content.writeUInt32BE(width, 16);
  content.writeUInt32BE(height, 20);
  return content;
}

const jpegStart = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
const jpeg = (width: string, height: string) =>
  Buffer.concat([jpegStart, Buffer.from(`ffc0000b08${height}${width}01011100`, 'hex'), Buffer.alloc(40)]);

describe('a logo', () => {
  it.each([
    ['a PNG', 'image/png', png(512, 128), true],
    ['a JPEG', 'image/jpeg', jpeg('0200', '0080'), true],
    ['a PNG of 2000 pixels', 'image/png', png(2000, 2000), true],
    ['a PNG that is wider', 'image/png', png(2001, 10), false],
    ['a PNG of a few bytes that takes gigabytes once drawn', 'image/png', png(30_000, 30_000), false],
    ['a JPEG that does', 'image/jpeg', jpeg('ffff', 'ffff'), false],
    ['a JPEG that is cut', 'image/jpeg', jpegStart, false],
    ['a PNG of 500 ko', 'image/png', Buffer.concat([png(10, 10), Buffer.alloc(500 * 1024 - 33)]), true],
    ['a heavier one', 'image/png', Buffer.concat([png(10, 10), Buffer.alloc(500 * 1024 - 32)]), false],
    ['a PDF', 'application/pdf', png(10, 10), false],
    ['a file of no known kind', '', png(10, 10), false],
  ])('%s', (_, mediaType, content, good) => {
    expect(isLogo(mediaType, content)).toBe(good);
  });
});
