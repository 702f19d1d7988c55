import { applyDecorators, Header } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

/** Documents an answer that is a file, always to be saved and never kept by a cache between two people. */
export function AnswersFile(...mediaTypes: string[]): MethodDecorator {
  return applyDecorators(
    Header('cache-control', 'private, no-store'),
    ApiProduces(...mediaTypes),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );
}
