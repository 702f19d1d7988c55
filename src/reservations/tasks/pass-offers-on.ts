import { Injectable, type OnModuleInit } from '@nestjs/common';
import { counted } from '../../kernel/french.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { placesOpened } from '../../prestations/index.js';
import { ServeLines } from '../actions/basket/serve-lines.js';

/** Passes places on to those who wait: of offers that nobody answered, and those that the mairie adds. Ends the lines that closed. */
@Injectable()
export class PassOffersOn implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly outbox: Outbox,
    private readonly serveLines: ServeLines,
  ) {}

  onModuleInit(): void {
    this.outbox.on(placesOpened, ({ collectiviteId, sessionIds }) =>
      this.serveLines.whereOpened(collectiviteId, sessionIds),
    );
    this.tasks.register({
      name: 'pass-offers-on',
      every: { seconds: 30 },
      run: async () => counted(await this.serveLines.overByClock(), 'séance servie', 'séances servies'),
    });
  }
}
