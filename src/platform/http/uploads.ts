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
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';

/** A file as it came: its name and its bytes. What it really is, is for the room that receives it to judge. */
export class UploadedFile {
  readonly #content: Buffer;

  constructor(
    readonly name: string,
    content: Buffer,
  ) {
    this.#content = content;
  }

  get content(): Buffer {
    return this.#content;
  }

  /** Two requests are the same when their files have the same names and the same bytes. */
  toJSON(): object {
    return { name: this.name, sha256: createHash('sha256').update(this.#content).digest('hex') };
  }
}

/**
 * Reads a multipart form into the body: text fields by their names, one sent several times as a list, all files under
 * `files`. Put it on the
 * controller: it must be over before a unit of work starts, as a slow client may take minutes. Too many or too large
 * files are refused with PAYLOAD_TOO_LARGE (413).
 */
@Injectable()
export class ReadUploads implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.isMultipart()) request.body = await bodyOf(request);
    return next.handle();
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

async function bodyOf(request: FastifyRequest): Promise<object> {
  const fields = new Map<string, unknown[]>();
  const files: UploadedFile[] = [];
  try {
    for await (const part of request.parts() as AsyncIterableIterator<MultipartFile | MultipartValue>) {
      if (part.type === 'field') {
        fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), part.value]);
        continue;
      }
      const content = await part.toBuffer();
      // A form in which no file was chosen still sends an empty part without a name.
      if (part.filename || content.length > 0) files.push(new UploadedFile(part.filename ?? '', content));
    }
  } catch (error) {
    // What is still coming is read and dropped, so that the client gets to read the answer.
    request.raw.unpipe();
    request.raw.resume();
    throw error;
  }
  const texts = [...fields].map(([name, values]) => [name, values.length > 1 ? values : values[0]] as const);
  return Object.fromEntries([...texts, ...(files.length > 0 ? [['files', files] as const] : [])]);
}
