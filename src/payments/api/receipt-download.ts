import type { StreamableFile } from '@nestjs/common';
import { download } from '../../platform/http/download.js';
import type { PrintedReceipt } from '../actions/print-receipt.js';

export function receiptDownload({ name, content }: PrintedReceipt): StreamableFile {
  return download({ name, mediaType: 'application/pdf' }, content);
}
