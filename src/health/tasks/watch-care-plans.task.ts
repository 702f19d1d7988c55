import { Injectable, type OnModuleInit } from '@nestjs/common';
import { counted } from '../../kernel/french.js';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { WatchCarePlans } from '../actions/watch-care-plans.js';

@Injectable()
export class WatchCarePlansTask implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly watchCarePlans: WatchCarePlans,
  ) {}

  onModuleInit(): void {
    this.tasks.register({
      name: 'watch-care-plans',
      every: { hours: 1 },
      run: async () => counted(await this.watchCarePlans.run(), 'PAI rappelé ou terminé', 'PAI rappelés ou terminés'),
    });
  }
}
