import { Injectable, type OnModuleInit } from '@nestjs/common';
import { counted } from '../../kernel/french.js';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { FreezeHeadcounts } from '../actions/headcounts/freeze-headcounts.js';

/** Hands the headcounts over when windows close. */
@Injectable()
export class CloseWindows implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly freezeHeadcounts: FreezeHeadcounts,
  ) {}

  onModuleInit(): void {
    this.tasks.register({
      name: 'close-windows',
      every: { seconds: 30 },
      run: async () => counted(await this.freezeHeadcounts.run(), 'effectif arrêté', 'effectifs arrêtés'),
    });
  }
}
