import { applyDecorators, Header } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

/** Documents an answer that is a file, always to be saved and never kept by a cache between two people. */
export function AnswersFile(): MethodDecorator {
  return applyDecorators(
    Header('cache-control', 'private, no-store'),
    ApiProduces('application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif'),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );
}
