import type { Page } from 'playwright-core';

/** What a phone writes in its photos: where and when, in the first block after the head of the file. */
const EXIF = Buffer.from('\xff\xe1\x00\x1bExif\x00\x00GPS 43.6112 3.8767\x00', 'latin1');

/** A photo of 3000 × 2000 that says where it was taken. */
export async function photoOfAPhone(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate<string>(`(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 3000;
    canvas.height = 2000;
    canvas.getContext('2d').fillRect(0, 0, 1500, 1000);
    return canvas.toDataURL('image/jpeg', 1).split(',')[1];
  })()`);
  const jpeg = Buffer.from(base64, 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), EXIF, jpeg.subarray(2)]);
}

/** Width and height, as the browser reads the file. */
export async function sizeOf(page: Page, image: Buffer): Promise<number[]> {
  return page.evaluate<number[]>(
    `createImageBitmap(new Blob([Uint8Array.from(${JSON.stringify([...image])})])).then(({ width, height }) => [width, height])`,
  );
}
