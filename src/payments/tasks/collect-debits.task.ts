import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { CollectDebits } from '../actions/debits/collect-debits.js';

@Injectable()
export class CollectDebitsTask implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly collectDebits: CollectDebits,
  ) {}

  onModuleInit(): void {
    this.tasks.register({
      name: 'collect-debits',
      every: { minutes: 15 },
      run: async () => `${await this.collectDebits.run()} prélèvement(s) encaissé(s)`,
    });
  }
}
