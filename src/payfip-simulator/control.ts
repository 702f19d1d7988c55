import type { FastifyInstance } from 'fastify';
import { checkedFault, type Faults } from './faults.js';
import type { Notifications } from './notifications.js';
import type { Operations } from './operations.js';

/** What tests and people ask of the simulator itself; the real PayFiP has nothing of it. */
export function serveControl(
  server: FastifyInstance,
  operations: Operations,
  faults: Faults,
  notifications: Notifications,
): void {
  /** The books, to compare with those of the portal. */
  server.get('/simulateur/operations', () =>
    operations.list().map(({ idOp, fields, createdAt, decided }) => ({
      idOp,
      refdet: fields.refdet,
      montant: Number(fields.montant),
      saisie: fields.saisie,
      createdAt: createdAt.toString(),
      result: decided?.result ?? null,
    })),
  );

  server.post<{ Body: Record<string, unknown> }>('/simulateur/pannes', (request, reply) => {
    try {
      faults.arm(checkedFault(request.body));
      return reply.status(204).send();
    } catch (error) {
      return reply.status(400).send({ detail: (error as Error).message });
    }
  });

  server.delete('/simulateur/pannes', (_request, reply) => {
    faults.clear();
    return reply.status(204).send();
  });

  server.post<{ Querystring: { ordre?: string } }>('/simulateur/notifications', async (request, reply) => {
    notifications.release(request.query.ordre === 'inverse');
    await notifications.arrived();
    return reply.status(204).send();
  });

  server.post('/simulateur/purge', (_request, reply) => {
    operations.purge();
    return reply.status(204).send();
  });
}
