import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Temporal } from '../kernel/civil-time.js';
import type { SetClock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { Client } from './client.js';

/** What every scene of the played year needs. */
export interface Stage {
  readonly app: NestFastifyApplication;
  readonly clock: SetClock;
  /** Nobody yet: `client.as(…)` is somebody. */
  readonly client: Client;
  /** Delivers the outbox, runs the tasks that are due, delivers what they wrote. */
  readonly settle: () => Promise<void>;
  readonly say: (line: string) => void;
}

/** Sets the clock to an hour of Paris, never backwards. */
export function goTo({ clock }: Stage, date: Temporal.PlainDate, time: string): void {
  const instant = date.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: time }).toInstant();
  if (Temporal.Instant.compare(clock.now(), instant) < 0) clock.set(instant);
}

/** The links of the mails that wait to leave, by address: what people are about to receive. */
export async function linksWaiting({ app }: Stage): Promise<Map<string, URL>> {
  const database = app.get(Database);
  const rows = await database.read(() =>
    database.rows<{ payload: string }>(
      "SELECT payload FROM outbox_messages WHERE topic = 'mail.requested' AND delivered_at IS NULL ORDER BY id",
    ),
  );
  const mails = rows.map(
    ({ payload }) => JSON.parse(payload) as { to: { address: string }; content: { action?: { url: string } } },
  );
  return new Map(
    mails.flatMap(({ to, content }) => (content.action ? [[to.address, new URL(content.action.url)]] : [])),
  );
}
