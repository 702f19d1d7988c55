import { StreamableFile } from '@nestjs/common';
import type { PrintedReceipt } from '../actions/print-receipt.js';

export function receiptDownload({ name, content }: PrintedReceipt): StreamableFile {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new StreamableFile(content, { type: 'application/pdf', disposition });
}
