import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import { AppModule } from './app.module.js';
import { serveApiDocuments } from './openapi/api-documents.js';
import type { Clock } from './platform/clock/clock.js';
import type { Configuration } from './platform/config/configuration.js';
import { endConnectionsOnClose } from './platform/http/graceful-close.js';
import { refuseHeadOfApi } from './platform/http/no-head.js';
import { ProblemFilter, refuseUnreadable } from './platform/http/problem-filter.js';
import { logRequests } from './platform/http/request-log.js';
import { validationPipe } from './platform/http/validation.js';
import { OutboxDelivery } from './platform/outbox/outbox-delivery.js';
import { servePortal } from './portal/serve-portal.js';
import { TaskRunner } from './platform/tasks/task-runner.js';

/** Largest attachment, in bytes; with the largest JSON body, the only sizes the service accepts. */
export const LARGEST_FILE = 10 * 1024 * 1024;
const LARGEST_JSON = 1024 * 1024;
/** Milliseconds for a request to arrive whole: five attachments over a slow line, never a connection held for ever. */
const LONGEST_REQUEST = 300_000;

export interface ApplicationOptions {
  readonly configuration: Configuration;
  readonly clock: Clock;
  /** Whether tasks and deliveries run by themselves; a played year and the tests call them. */
  readonly selfDriven: boolean;
  /** Serves the OpenAPI documents and Swagger UI; they are complete only in the built service. */
  readonly documents: boolean;
  readonly quiet?: boolean;
}

/** Assembles the whole service, ready to listen or to be called in process. */
export async function createApplication(options: ApplicationOptions): Promise<NestFastifyApplication> {
  const { configuration, clock } = options;
  const adapter = new FastifyAdapter({
    genReqId: () => randomUUID(),
    trustProxy: configuration.trustedProxies.length > 0 ? [...configuration.trustedProxies] : false,
    bodyLimit: LARGEST_JSON,
    requestTimeout: LONGEST_REQUEST,
    frameworkErrors: refuseUnreadable,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with({ configuration, clock }), adapter, {
    logger: options.quiet
      ? ['error', 'fatal']
      : new ConsoleLogger({
          json: configuration.environment === 'production',
          logLevels: ['log', 'warn', 'error', 'fatal'],
        }),
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  await app.register(helmet, contentSecurity());
  await app.register(cookie);
  await app.register(compress, compression());
  await app.register(multipart, {
    limits: { fileSize: LARGEST_FILE, files: 5, fields: 20, fieldSize: 100_000 },
  });
  logRequests(app.getHttpAdapter().getInstance());
  endConnectionsOnClose(app.getHttpAdapter().getInstance());
  refuseHeadOfApi(app.getHttpAdapter().getInstance());
  if (options.documents) serveApiDocuments(app);
  servePortal(app);
  // Asked to stop, it stopped: that is no failure.
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  if (options.selfDriven) {
    app.get(TaskRunner).start();
    app.get(OutboxDelivery).start();
  }
  return app;
}

/**
 * What is read again and again over a telephone's line: a month of planning weighs a tenth of itself. Files are compressed
 * already, the portal's when it is built, and a session is told alone, with nothing that someone else chose beside it.
 */
function compression(): object {
  return {
    customTypes: /^(application\/(problem\+)?json|text\/(calendar|csv))(;|$)/,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  };
}

/** Swagger UI needs inline styles and data images; nothing is ever loaded from elsewhere. */
function contentSecurity(): object {
  return {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        scriptSrc: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: { maxAge: 31_536_000 },
  };
}
