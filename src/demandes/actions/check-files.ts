import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import type { UploadedFile } from '../../platform/http/uploads.js';
import { demandesProblems } from '../problems.js';
import { attachmentFault } from '../rules/attachment-kind.js';

export interface CheckedFile {
  readonly name: string;
  /** What the content shows, never what the sender said. */
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Judges files by their bytes before anything is kept. */
@Injectable()
export class CheckFiles {
  /** Throws ATTACHMENT_TYPE_REFUSED with a reason for each file that is refused. */
  async run(files: readonly UploadedFile[]): Promise<CheckedFile[]> {
    const checked: CheckedFile[] = [];
    const errors: { field: string; message: string }[] = [];
    for (const [index, file] of files.entries()) {
      const { name } = file;
      const content = await file.content();
      const mediaType = (await detected(content)) ?? null;
      const message = attachmentFault(name, mediaType, content);
      if (message !== null) errors.push({ field: `files[${index}]`, message });
      else checked.push({ name, mediaType: mediaType!, content });
    }
    if (errors.length > 0)
      throw demandesProblems.ATTACHMENT_TYPE_REFUSED(
        'Une pièce jointe ne peut pas être acceptée et rien n’a été envoyé. Corrigez-la, puis envoyez de nouveau.',
        { errors },
      );
    return checked;
  }
}

async function detected(content: Buffer): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(content))?.mime;
  } catch {
    // A file cut short can end in the middle of what the detector reads: it is of no known kind.
    return undefined;
  }
}
