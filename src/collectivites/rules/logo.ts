import { imageSize } from 'image-size';

/** Bytes: shown on each page, to phones too. */
const LARGEST = 500 * 1024;
/** Pixels of a side. An image of one colour weighs nothing and takes, once drawn, all the memory of a phone. */
const LONGEST_SIDE = 2000;
const KINDS: readonly string[] = ['image/png', 'image/jpeg'];

/** Whether each page may show it. `mediaType` is what the content shows. */
export function isLogo(mediaType: string, content: Buffer): boolean {
  return KINDS.includes(mediaType) && content.length <= LARGEST && longestSide(content) <= LONGEST_SIDE;
}

/** Infinity for an image that is cut before it says its size. */
function longestSide(content: Buffer): number {
  try {
    const { width, height } = imageSize(content);
    return Math.max(width, height);
  } catch {
    return Infinity;
  }
}
