import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Stands between the service and its database server, and can cut them from each other. */
export class TcpProxy {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private frozen = false;
  port = 0;

  constructor(
    private readonly targetHost: string,
    private readonly targetPort: number,
  ) {}

  /** Lets connections through; on the same port each time. */
  open(): Promise<void> {
    const server = createServer((client) => {
      const target = connect(this.targetPort, this.targetHost);
      for (const socket of [client, target]) {
        this.sockets.add(socket);
        socket.on('close', () => this.sockets.delete(socket)).on('error', () => socket.destroy());
      }
      const pair = [client, target] as const;
      this.pairs.add(pair);
      if (!this.frozen) client.pipe(target).pipe(client);
      client.on('close', () => target.destroy() && this.pairs.delete(pair));
      target.on('close', () => client.destroy());
    });
    this.server = server;
    return new Promise((resolve) => {
      server.listen(this.port, '127.0.0.1', () => {
        this.port = (server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  /** Holds every byte back without a word, as a server that is frozen. */
  freeze(): void {
    this.frozen = true;
    for (const sockets of this.pairs) for (const socket of sockets) socket.unpipe();
  }

  /** Lets through what was held back and what comes. */
  thaw(): void {
    this.frozen = false;
    for (const [client, target] of this.pairs) client.pipe(target).pipe(client);
  }

  /** Breaks every connection and refuses new ones, as a server that went away. */
  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
