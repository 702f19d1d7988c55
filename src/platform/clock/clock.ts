import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';

/** The only place that asks what time it is. Rules get `now` as an argument; actions ask the clock once. */
@Injectable()
export abstract class Clock {
  abstract now(): Temporal.Instant;
}

/** The machine's clock, to the millisecond, as the database keeps it. */
@Injectable()
export class SystemClock extends Clock {
  now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(Date.now());
  }
}

/** A clock that shows what it is told: a school year can be played in seconds. */
export class SetClock extends Clock {
  constructor(private instant: Temporal.Instant) {
    super();
  }

  now(): Temporal.Instant {
    return this.instant;
  }

  set(instant: Temporal.Instant): void {
    this.instant = instant;
  }

  advance(duration: Temporal.Duration | Temporal.DurationLike): void {
    this.instant = this.instant.add(duration);
  }
}
