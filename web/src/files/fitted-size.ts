/** The longest side of a photo that leaves, in pixels: a paper of A4 is read with ease at it. */
const LONGEST_SIDE = 2000;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size at which a photo leaves: never larger than it is, of the same shape, at least a pixel of each side. */
export function fittedSize({ width, height }: Size): Size {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The name of a photo once it is a JPEG: « IMG_0042.HEIC » becomes « IMG_0042.jpg ». */
export function jpegName(name: string): string {
  return `${name.replace(/\.[^.]*$/, '') || 'photo'}.jpg`;
}
