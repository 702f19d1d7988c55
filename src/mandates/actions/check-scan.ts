import { fileTypeFromBuffer } from 'file-type';
import type { UploadedFile } from '../../platform/http/uploads.js';
import { invalidRequest } from '../../platform/http/validation.js';

/** Papers and photographs of papers, by their content. */
const KINDS = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

/** Judges a scan by its bytes. Throws INVALID_REQUEST. */
export async function checkScan(file: UploadedFile) {
  const { name } = file;
  const content = await file.content();
  const mediaType = await fileTypeFromBuffer(content).then(
    (detected) => detected?.mime,
    // Cut short in the middle of what the detector reads.
    () => undefined,
  );
  if (mediaType && KINDS.includes(mediaType)) return { name, mediaType, content };
  throw invalidRequest([
    { field: 'files', message: 'ce fichier n’est ni un PDF, ni une image JPEG, PNG ou WebP : numérisez le mandat.' },
  ]);
}
