import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';

/** The built portal, beside dist/. */
const BUILT = join(import.meta.dirname, '../../web/dist');
/** What is not a page: an unknown address there is answered as the API answers it. */
const NOT_PAGES = /^\/(api|docs|openapi|health)([/?]|$)/;
const YEAR = 31_536_000;

/** The one style that react-aria writes into the page, so that a finger does not scroll what it presses. */
const PRESSABLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** Nothing runs, is shown or is asked but what comes from here; no inline script or style. */
const SECURITY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${PRESSABLE}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Serves the families' portal on the port of the service: its files, compressed when it was built, each under a name made
 * of its content that browsers keep for a year; and its page for each of its addresses. Not built, it is not served.
 */
export function servePortal(app: NestFastifyApplication): void {
  if (!existsSync(join(BUILT, 'index.html'))) return;
  const files = sirv(BUILT, {
    etag: true,
    gzip: true,
    brotli: true,
    single: true,
    ignores: [/^\/assets\//],
    setHeaders: (response, path) => {
      response.setHeader(
        'cache-control',
        path.startsWith('/assets/') ? `public, max-age=${YEAR}, immutable` : 'no-cache',
      );
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      if (NOT_PAGES.test(request.url)) return reply.callNotFound();
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value) reply.raw.setHeader(name, value);
      // Before the files: an answer that nothing changed carries it too, and replaces what the browser kept.
      reply.raw.setHeader('content-security-policy', SECURITY);
      reply.hijack();
      files(request.raw, reply.raw, () => void reply.raw.writeHead(404).end());
    });
}
