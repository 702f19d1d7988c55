import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { PurgeEndedSessions } from '../actions/purge-ended-sessions.js';

@Injectable()
export class PurgeIdentityTask implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly purge: PurgeEndedSessions,
  ) {}

  onModuleInit(): void {
    this.tasks.register({
      name: 'identity.purge',
      every: { hours: 24 },
      run: async () => `${await this.purge.run()} ligne(s) périmée(s) effacée(s)`,
    });
  }
}
