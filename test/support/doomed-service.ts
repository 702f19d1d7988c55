import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createSecretKey, randomBytes } from 'node:crypto';
import { createApplication } from '../../src/application.js';
import { Temporal } from '../../src/kernel/civil-time.js';
import { parseDataKeys } from '../../src/platform/config/data-keys.js';
import { SetClock } from '../../src/platform/clock/clock.js';
import type { Doomed } from './killed.js';

/** What the parent process asks for. */
export function orderGiven<Order extends Doomed>(): Order {
  return JSON.parse(process.argv.at(-1)!) as Order;
}

/** The service in a process that will be killed, without a chance to clean up. */
export function doomedService({ target, folder, at, payfipUrl }: Doomed): Promise<NestFastifyApplication> {
  return createApplication({
    configuration: {
      environment: 'test',
      database: target,
      port: 0,
      publicUrl: 'https://famille.test',
      jwtSecret: createSecretKey(randomBytes(32)),
      dataKeys: parseDataKeys('', false),
      smtpUrl: null,
      mailDirectory: `${folder}/mail`,
      mailFrom: 'no-reply@famille.test',
      filesDirectory: `${folder}/files`,
      pesSchemaDirectory: null,
      trustedProxies: [],
      payfipUrl: payfipUrl ?? 'http://127.0.0.1:9/tpa',
      payfipTimeout: 10_000,
    },
    clock: new SetClock(Temporal.Instant.from(at)),
    selfDriven: false,
    documents: false,
    quiet: true,
  });
}
