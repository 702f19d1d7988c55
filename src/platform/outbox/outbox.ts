import { Injectable } from '@nestjs/common';
import { chunksOf } from '../../kernel/lists.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** The name and the shape of what a room tells the rooms above; declared by the room that emits it. */
export interface EventKind<Payload> {
  readonly topic: string;
  /** Only carries the type. */
  readonly payload?: Payload;
}

export function eventKind<Payload>(topic: string): EventKind<Payload> {
  return { topic };
}

export interface Emission {
  readonly collectiviteId: number | null;
  /** Makes the message unique within its topic: emitting it again is no effect. */
  readonly key?: string;
}

export type Handler<Payload> = (
  payload: Payload,
  message: { readonly id: number; readonly collectiviteId: number | null },
) => Promise<void>;

interface Subscription {
  readonly handler: Handler<never>;
  readonly outside: boolean;
}

@Injectable()
export class Outbox {
  private readonly subscriptions = new Map<string, Subscription[]>();
  private wake: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Writes a message in the current unit; it is delivered after the commit. */
  async emit<Payload>(kind: EventKind<Payload>, payload: Payload, { collectiviteId, key }: Emission): Promise<void> {
    const now = this.clock.now().epochMilliseconds;
    const columns = ['collectivite_id', 'topic', 'message_key', 'payload', 'created_at', 'due_at', 'attempts'];
    const sql = this.database.dialect.upsert(
      'outbox_messages',
      columns,
      ['topic', 'message_key'],
      'attempts = attempts',
    );
    await this.database.change(sql, [collectiviteId, kind.topic, key ?? null, JSON.stringify(payload), now, now, 0]);
    this.database.afterCommit(() => this.wake());
  }

  /** Writes many messages in the current unit, a few hundred per statement; none of them has a key. */
  async emitAll<Payload>(kind: EventKind<Payload>, payloads: Iterable<Payload>, collectiviteId: number): Promise<void> {
    const now = this.clock.now().epochMilliseconds;
    for (const slice of chunksOf(payloads)) {
      const sql = `INSERT INTO outbox_messages (collectivite_id, topic, payload, created_at, due_at, attempts) VALUES ${slice.map(() => '(?, ?, ?, ?, ?, 0)').join(', ')}`;
      await this.database.change(
        sql,
        slice.flatMap((payload) => [collectiviteId, kind.topic, JSON.stringify(payload), now, now]),
      );
    }
    this.database.afterCommit(() => this.wake());
  }

  /**
   * Listens to an event. The handler writes rows only: it runs in the same unit as the mark « delivered », so its
   * effect happens exactly once.
   */
  on<Payload>(kind: EventKind<Payload>, handler: Handler<Payload>): void {
    this.subscribe(kind.topic, { handler: handler, outside: false });
  }

  /** Delivers to the outside world (a mail server): at least once, and again after a failure. */
  deliverOutside<Payload>(kind: EventKind<Payload>, handler: Handler<Payload>): void {
    this.subscribe(kind.topic, { handler: handler, outside: true });
  }

  subscriptionsOf(topic: string): readonly Subscription[] {
    return this.subscriptions.get(topic) ?? [];
  }

  /** Called after each commit that wrote a message. */
  onWake(wake: () => void): void {
    this.wake = wake;
  }

  private subscribe(topic: string, subscription: Subscription): void {
    const others = this.subscriptions.get(topic) ?? [];
    if (others.some(({ outside }) => outside !== subscription.outside))
      throw new Error(`${topic} is delivered either inside or outside`);
    this.subscriptions.set(topic, [...others, subscription]);
  }
}

export { OutboxMessage };
