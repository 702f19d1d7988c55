import {
  applyDecorators,
  type ExecutionContext,
  Injectable,
  type CallHandler,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInstance, IsOptional } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { BytesOnDisk, type Draft } from '../files/bytes-on-disk.js';
import { FormTurns } from './form-turns.js';
import { stillComing } from './still-coming.js';

/** A file as it came: its name and its bytes. What it really is, is for the room that receives it to judge. */
export class UploadedFile {
  readonly #bytes: Pick<Draft, 'digest' | 'read'>;

  constructor(
    readonly name: string,
    bytes: Pick<Draft, 'digest' | 'read'>,
  ) {
    this.#bytes = bytes;
  }

  /** Read anew each time: it lies on the disk until the request is answered. */
  content(): Promise<Buffer> {
    return this.#bytes.read();
  }

  /** Two requests are the same when their files have the same names and the same bytes. */
  toJSON(): object {
    return { name: this.name, sha256: this.#bytes.digest };
  }
}

/**
 * Reads a multipart form into the body: text fields by their names, one sent several times as a list, all files under
 * `files`. Put it on the
 * controller: it must be over before a unit of work starts, as a slow client may take minutes. Too many or too large
 * files are refused with PAYLOAD_TOO_LARGE (413), too many forms with TOO_MANY_REQUESTS (429), before they are read.
 */
@Injectable()
export class ReadUploads implements NestInterceptor {
  constructor(
    private readonly turns: FormTurns,
    private readonly bytes: BytesOnDisk,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { user?: { accountId?: number } }>();
    if (!request.isMultipart()) return next.handle();
    return from(this.received(request, String(request.user?.accountId ?? request.ip), next));
  }

  private async received(request: FastifyRequest, sender: string, next: CallHandler): Promise<unknown> {
    const drafts: Draft[] = [];
    const receive = async () => void (request.body = await bodyOf(request, this.bytes, drafts));
    try {
      return await this.turns.run(sender, receive, () => lastValueFrom(next.handle(), { defaultValue: undefined }));
    } catch (error) {
      // What is still coming is read and dropped, so that the client gets to read the answer.
      request.raw.unpipe();
      request.raw.resume();
      throw error;
    } finally {
      for (const draft of drafts) await draft.erase();
    }
  }
}

/** The files of a multipart form, in a DTO; `min` 0 makes them optional. */
export function FilesField({ min, max }: { readonly min: number; readonly max: number }): PropertyDecorator {
  const schema = { type: 'array' as const, items: { type: 'string' as const, format: 'binary' } };
  return applyDecorators(
    min === 0
      ? ApiPropertyOptional({ ...schema, description: 'Seulement dans un formulaire multipart.', maxItems: max })
      : ApiProperty({ ...schema, minItems: min, maxItems: max }),
    Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) => obj[key], { toClassOnly: true }),
    ...(min === 0 ? [IsOptional()] : [ArrayMinSize(min)]),
    IsArray({ message: 'des fichiers sont attendus, dans un formulaire multipart.' }),
    ArrayMaxSize(max),
    IsInstance(UploadedFile, { each: true, message: 'un fichier est attendu, dans un formulaire multipart.' }),
  );
}

async function bodyOf(request: FastifyRequest, bytes: BytesOnDisk, drafts: Draft[]): Promise<object> {
  const fields = new Map<string, unknown[]>();
  const files: UploadedFile[] = [];
  for await (const part of stillComing(request).parts() as AsyncIterableIterator<MultipartFile | MultipartValue>) {
    if (part.type === 'field') {
      fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), part.value]);
      continue;
    }
    const draft = await bytes.draft(part.file);
    drafts.push(draft);
    if (part.file.truncated) throw new request.server.multipartErrors.RequestFileTooLargeError();
    // A form in which no file was chosen still sends an empty part without a name.
    if (part.filename || draft.size > 0) files.push(new UploadedFile(part.filename ?? '', draft));
  }
  const texts = [...fields].map(([name, values]) => [name, values.length > 1 ? values : values[0]] as const);
  return Object.fromEntries([...texts, ...(files.length > 0 ? [['files', files] as const] : [])]);
}
