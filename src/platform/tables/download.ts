import { Readable } from 'node:stream';
import type { StreamableFile } from '@nestjs/common';
import type { Grid } from '../../kernel/grid.js';
import { download } from '../http/download.js';
import { gridCsv } from './csv.js';
import { gridXlsx, XLSX } from './xlsx.js';

/** `name` is that of the file, without its extension. */
export function csvDownload(name: string, grid: Grid): StreamableFile {
  return download({ name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8' }, Readable.from(gridCsv(grid)));
}

export function xlsxDownload(name: string, grid: Grid): StreamableFile {
  return download({ name: `${name}.xlsx`, mediaType: XLSX }, gridXlsx(grid));
}

export function pdfDownload(name: string, bytes: Buffer): StreamableFile {
  return download({ name: `${name}.pdf`, mediaType: 'application/pdf' }, bytes);
}
