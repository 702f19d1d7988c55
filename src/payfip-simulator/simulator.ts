import { fastify, type FastifyInstance } from 'fastify';
import type { Clock } from '../platform/clock/clock.js';
import { serveControl } from './control.js';
import { Faults } from './faults.js';
import { Notifications } from './notifications.js';
import { Operations } from './operations.js';
import { servePage } from './page.js';
import { serveService } from './service.js';

export interface PayfipSimulator {
  readonly server: FastifyInstance;
  readonly operations: Operations;
  readonly faults: Faults;
  readonly notifications: Notifications;
}

/**
 * A PayFiP to develop, to demonstrate and to test against: the same SOAP at `/tpa/services/securite`, a page to click
 * at `/tpa/paiementws.web?idop=`, notifications, and failures on demand. It keeps everything in memory.
 */
export async function createSimulator(clock: Clock): Promise<PayfipSimulator> {
  const server = fastify({ forceCloseConnections: true });
  server.addContentTypeParser(['text/xml', 'application/soap+xml'], { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  const faults = new Faults();
  const operations = new Operations(clock);
  const notifications = new Notifications(faults);
  serveService(server, operations, faults);
  servePage(server, operations, faults, notifications);
  serveControl(server, operations, faults, notifications);
  server.addHook('onClose', () => notifications.stop());
  await server.ready();
  return { server, operations, faults, notifications };
}
