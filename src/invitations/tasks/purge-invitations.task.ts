import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { PurgeRegistrations } from '../actions/purge-registrations.js';

@Injectable()
export class PurgeInvitationsTask implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly purge: PurgeRegistrations,
  ) {}

  onModuleInit(): void {
    this.tasks.register({
      name: 'invitations.purge',
      every: { hours: 1 },
      run: async () => `${await this.purge.run()} ligne(s) périmée(s) effacée(s)`,
    });
  }
}
