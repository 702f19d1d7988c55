import { StreamableFile } from '@nestjs/common';

export function csvDownload(name: string, csv: string): StreamableFile {
  return new StreamableFile(Buffer.from(csv, 'utf8'), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
