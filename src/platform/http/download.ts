import { StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';

/**
 * A file to be saved, never shown inline: what people sent must not run in a browser. `nosniff` is set on every
 * answer of the service. The size of what is streamed is told where it is known.
 */
export function download(
  file: { readonly name: string; readonly mediaType: string; readonly size?: number },
  content: Readable | Uint8Array,
): StreamableFile {
  const told = {
    type: file.mediaType,
    disposition: `attachment; filename*=UTF-8''${extended(file.name)}`,
  };
  if (content instanceof Uint8Array) return new StreamableFile(content, { ...told, length: content.length });
  return new StreamableFile(content, { ...told, ...(file.size === undefined ? {} : { length: file.size }) });
}

/** RFC 8187: encodeURIComponent leaves four characters that a header parameter may not hold. */
function extended(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
