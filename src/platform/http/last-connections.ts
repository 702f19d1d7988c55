import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How long a server that closes waits for who is at the other end, in milliseconds. */
export interface Patience {
  /** Between two looks at the connections; one that has asked for nothing at one and the next is ended. */
  readonly look: number;
  /** For the rest of what a client sends, since its last byte. */
  readonly client: number;
  /** For all of them, however they trickle. */
  readonly all: number;
}

interface Seen {
  exchange: { readonly request: IncomingMessage; readonly response: ServerResponse } | null;
  /** That it had sent at the last look. */
  bytes: number;
  /** Looks in a row at which it had sent no more. */
  still: number;
}

/**
 * The connections that would keep a server from closing. Node itself ends those that are idle between two requests, and
 * from then on watches no time: a browser that connected ahead and asks for nothing, the head of a request that stops
 * half-way or a telephone that lost its line in the middle of a photo would be waited for without end.
 */
export class LastConnections {
  private readonly open = new Map<Socket, Seen>();
  private ending = false;

  constructor(private readonly server: Server) {
    server.on('connection', (socket) => {
      this.open.set(socket, { exchange: null, bytes: 0, still: 0 });
      socket.once('close', () => this.open.delete(socket));
    });
    server.on('request', (request, response) => {
      const seen = this.open.get(request.socket);
      if (!seen) return;
      const exchange = { request, response };
      seen.exchange = exchange;
      response.once('close', () => {
        if (seen.exchange !== exchange) return;
        seen.exchange = null;
        // An answer that had begun before said that its connection stays.
        if (this.ending) request.socket.destroySoon();
      });
    });
  }

  /** Call as the server closes. What the service itself works on, or still sends, is waited for until `all`. */
  endThoseLeft({ look, client, all }: Patience): void {
    this.ending = true;
    const looks = setInterval(() => {
      for (const [socket, seen] of this.open) {
        seen.still = socket.bytesRead === seen.bytes ? seen.still + 1 : 0;
        seen.bytes = socket.bytesRead;
        if (seen.still * look >= (seen.exchange ? client : look) && isOfClient(seen)) socket.destroy();
      }
    }, look);
    const end = setTimeout(() => this.server.closeAllConnections(), all);
    this.server.once('close', () => {
      clearInterval(looks);
      clearTimeout(end);
    });
  }
}

/** Whether it is the client that is waited for: for a request, or the rest of one. How slowly it reads cannot be told. */
function isOfClient({ exchange }: Seen): boolean {
  return exchange === null || !exchange.request.complete;
}
