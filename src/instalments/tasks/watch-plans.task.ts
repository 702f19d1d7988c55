import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { WatchPlans } from '../actions/watch-plans.js';

@Injectable()
export class WatchPlansTask implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly watchPlans: WatchPlans,
  ) {}

  onModuleInit(): void {
    this.tasks.register({ name: 'watch-plans', every: { hours: 1 }, run: () => this.run() });
  }

  private async run(): Promise<string> {
    const watched = await this.watchPlans.all();
    const told = watched.filter((one) => one === 'TOLD').length;
    const ended = watched.filter((one) => one === 'ENDED').length;
    return `${told} échéance(s) manquée(s) signalée(s), ${ended} échéancier(s) terminé(s)`;
  }
}
