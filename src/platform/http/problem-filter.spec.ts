import { expect, it } from '@jest/globals';
import { type ArgumentsHost, HttpException } from '@nestjs/common';
import { ProblemFilter } from './problem-filter.js';

/** The status that a caller is answered when `error` is thrown; `headers` are those that were set before. */
function answered(error: unknown, headers = new Set<string>()): number {
  let sent = 0;
  const reply = {
    status: (status: number) => ((sent = status), reply),
    header: (name: string) => (headers.add(name), reply),
    removeHeader: (name: string) => (headers.delete(name), reply),
    send: () => reply,
  };
  const http = { getRequest: () => ({ id: 'r-1' }), getResponse: () => reply };
  new ProblemFilter().catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return sent;
}

it.each([
  ['a path that leaves the folder of the documentation', 403, 404],
  ['a range of a file that it does not have', 416, 400],
  ['a condition that does not hold', 412, 400],
  ['an unknown address', 404, 404],
])('%s (%i) is no fault of the service', (_, thrown, status) => {
  expect(answered(new HttpException('in English', thrown))).toBe(status);
});

it.each(['Unexpected end of multipart data', 'The needle cannot have a length bigger than 256.', 'aborted'])(
  'a form of which its reader says « %s » is no fault of the service',
  (message) => expect(answered(new Error(message))).toBe(400),
);

it('is not told as the file that was to be sent when its reading failed', () => {
  const headers = new Set(['content-type', 'content-encoding', 'content-disposition', 'content-length']);
  answered(new HttpException('in English', 404), headers);
  expect([...headers].sort()).toEqual(['cache-control', 'content-type']);
});
