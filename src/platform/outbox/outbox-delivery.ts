import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { Outbox, OutboxMessage } from './outbox.js';

const LEASE = { seconds: 60 };
const BATCH = 50;
const SIDE_BY_SIDE = 5;

interface Due {
  readonly id: number;
  readonly topic: string;
}

/**
 * More than a day of growing waits: a day that the régisseur has closed is over by then, and what waited for the next one
 * is done. Afterwards the message stays, marked, for a person to look at.
 */
const ATTEMPTS = 26;

/** A failure that trying again cannot mend; the message is abandoned at once. */
export class Undeliverable extends Error {}

@Injectable()
export class OutboxDelivery implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Outbox');
  private running: Promise<number> | null = null;
  private stopped = false;
  private live = false;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Delivers by itself from now on; until then (and in a played year) only `drain` does. */
  start(): void {
    this.live = true;
  }

  onApplicationBootstrap(): void {
    this.outbox.onWake(() => this.poke());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.running?.catch(() => undefined);
  }

  @Interval('outbox', 2000)
  poke(): void {
    if (this.live && !this.stopped && !this.running) {
      void this.drain().catch((error: unknown) => this.log.warn(`delivery postponed (${(error as Error).name})`));
    }
  }

  /** Delivers everything that is due, including what the deliveries themselves emit. Answers how many were. */
  async drain(): Promise<number> {
    while (this.running) await this.running.catch(() => undefined);
    this.running = this.deliverDue();
    try {
      return await this.running;
    } finally {
      this.running = null;
    }
  }

  private async deliverDue(): Promise<number> {
    let delivered = 0;
    while (!this.stopped) {
      const due = await this.due();
      if (due.length === 0) break;
      delivered += await this.deliverAll(due);
    }
    return delivered;
  }

  /**
   * Events in the order they happened; what goes outside by a few at a time, as a mail server answers slowly. Once asked to
   * stop, what is not begun is left to another instance.
   */
  private async deliverAll(due: readonly Due[]): Promise<number> {
    let delivered = 0;
    const outside: number[] = [];
    for (const { id, topic } of due) {
      if (this.stopped) return delivered;
      if (this.isOutside(topic)) outside.push(id);
      else if (await this.deliver(id)) delivered += 1;
    }
    for (const few of chunksOf(outside, SIDE_BY_SIDE)) {
      if (this.stopped) return delivered;
      const results = await Promise.all(few.map((id) => this.deliver(id)));
      delivered += results.filter(Boolean).length;
    }
    return delivered;
  }

  private isOutside(topic: string): boolean {
    return this.outbox.subscriptionsOf(topic).some(({ outside }) => outside);
  }

  private async due(): Promise<Due[]> {
    const now = this.clock.now().epochMilliseconds;
    return this.database.read(() =>
      this.database.rows<Due>(
        `SELECT id, topic FROM outbox_messages
         WHERE delivered_at IS NULL AND abandoned_at IS NULL AND due_at <= ? AND (leased_until IS NULL OR leased_until <= ?)
         ORDER BY id LIMIT ${BATCH}`,
        [now, now],
      ),
    );
  }

  private async deliver(id: number): Promise<boolean> {
    const message = await this.lease(id);
    if (!message) return false;
    const subscriptions = this.outbox.subscriptionsOf(message.topic);
    const about = { id, collectiviteId: message.collectiviteId };
    try {
      if (this.isOutside(message.topic)) {
        for (const { handler } of subscriptions) await handler(message.payload as never, about);
        await this.database.unit(() => this.markDelivered(id));
      } else {
        await this.database.unit(async () => {
          if ((await this.markDelivered(id)) === 0) return;
          for (const { handler } of subscriptions) await handler(message.payload as never, about);
        });
      }
      return true;
    } catch (error) {
      await this.postpone(message, error as Error);
      return false;
    }
  }

  private lease(id: number): Promise<OutboxMessage | null> {
    const now = this.clock.now();
    return this.database.unit(async () => {
      const taken = await this.database.change(
        'UPDATE outbox_messages SET leased_until = ?, attempts = attempts + 1 WHERE id = ? AND delivered_at IS NULL AND abandoned_at IS NULL AND (leased_until IS NULL OR leased_until <= ?)',
        [now.add(LEASE).epochMilliseconds, id, now.epochMilliseconds],
      );
      return taken === 1 ? this.database.repository(OutboxMessage).findOneBy({ id }) : null;
    });
  }

  /** What a delivered message said goes: a mail may hold an activation code that is stored nowhere else in clear. */
  private markDelivered(id: number): Promise<number> {
    return this.database.change(
      "UPDATE outbox_messages SET delivered_at = ?, leased_until = NULL, payload = 'null' WHERE id = ? AND delivered_at IS NULL",
      [this.clock.now().epochMilliseconds, id],
    );
  }

  private async postpone(message: OutboxMessage, error: Error): Promise<void> {
    const now = this.clock.now();
    const abandon = error instanceof Undeliverable || message.attempts >= ATTEMPTS;
    const reason = `${error.name}: ${error.message}`.slice(0, 500);
    this.log.warn(
      `${message.topic} ${message.id} attempt ${message.attempts} failed (${error.name})${abandon ? ', abandoned' : ''}`,
    );
    await this.database.unit(() =>
      this.database.change(
        'UPDATE outbox_messages SET due_at = ?, leased_until = NULL, abandoned_at = ?, last_error = ? WHERE id = ?',
        [
          now.add(backoff(message.attempts)).epochMilliseconds,
          abandon ? now.epochMilliseconds : null,
          reason,
          message.id,
        ],
      ),
    );
  }
}

function backoff(attempts: number): Temporal.DurationLike {
  return { seconds: Math.min(3 * 2 ** attempts, 7200) };
}
