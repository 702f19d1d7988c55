import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { Grid } from '../../kernel/grid.js';
import { gridCsv } from './csv.js';
import { gridXlsx, XLSX } from './xlsx.js';

/** `name` is that of the file, without its extension. */
export function csvDownload(name: string, grid: Grid): StreamableFile {
  return download(`${name}.csv`, 'text/csv; charset=utf-8', Readable.from(gridCsv(grid)));
}

export function xlsxDownload(name: string, grid: Grid): StreamableFile {
  return download(`${name}.xlsx`, XLSX, gridXlsx(grid));
}

function download(name: string, type: string, content: Readable): StreamableFile {
  return new StreamableFile(content, {
    type,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
