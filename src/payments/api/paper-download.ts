import { Injectable, StreamableFile } from '@nestjs/common';
import { FileStore } from '../../platform/files/file-store.js';
import type { StoredFile } from '../../platform/files/stored-file.entity.js';

@Injectable()
export class PaperDownload {
  constructor(private readonly files: FileStore) {}

  of(file: StoredFile): StreamableFile {
    return new StreamableFile(this.files.read(file), {
      type: file.mediaType,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  }
}
