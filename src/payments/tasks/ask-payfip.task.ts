import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { PollPayfip } from '../actions/online/poll-payfip.js';

@Injectable()
export class AskPayfipTask implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly poll: PollPayfip,
  ) {}

  onModuleInit(): void {
    this.tasks.register({
      name: 'ask-payfip',
      every: { minutes: 1 },
      run: async () => `${await this.poll.run()} paiement(s) en ligne vérifié(s)`,
    });
  }
}
