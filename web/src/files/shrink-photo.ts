import { fittedSize, jpegName } from './fitted-size';

const PHOTO = /^image\/(jpeg|png|webp|hei[cf])$/;
const QUALITY = 0.82;

/**
 * A photo as it leaves: drawn anew, smaller, so that it goes over a slow line and says nothing of where and when it was
 * taken. What is not a photo, or one that this browser cannot read, leaves as it is.
 */
export async function shrunk(file: File): Promise<File> {
  if (!PHOTO.test(file.type)) return file;
  const photo = await read(file);
  if (!photo) return file;
  const { width, height } = fittedSize(photo);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(photo, 0, 0, width, height);
  photo.close();
  const jpeg = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  return jpeg ? new File([jpeg], jpegName(file.name), { type: 'image/jpeg' }) : file;
}

async function read(file: File): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file);
  } catch {
    return null;
  }
}
