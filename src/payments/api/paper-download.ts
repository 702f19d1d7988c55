import { Injectable, type StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { FileStore } from '../../platform/files/file-store.js';
import type { StoredFile } from '../../platform/files/stored-file.entity.js';
import { download } from '../../platform/http/download.js';
import type { AnnulledPrint } from '../actions/paper-blocks.js';

@Injectable()
export class PaperDownload {
  constructor(private readonly files: FileStore) {}

  /** The paper that was drawn once, or a print that says that it is annulled. */
  of(file: StoredFile | AnnulledPrint): StreamableFile {
    if (!('content' in file)) return download(file, this.files.read(file));
    const { name, content } = file;
    return download({ name, mediaType: 'application/pdf', size: content.length }, Readable.from([content]));
  }
}
