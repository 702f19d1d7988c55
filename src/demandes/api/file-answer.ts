import { AnswersFile } from '../../platform/http/file-answer.js';

/** An answer that is one of the kinds of file that a demande or a document may hold. */
export function AnswersAttachment(): MethodDecorator {
  return AnswersFile('application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif');
}
