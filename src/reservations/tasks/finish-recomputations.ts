import { Injectable, type OnModuleInit } from '@nestjs/common';
import { counted } from '../../kernel/french.js';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { CarryOutRecomputation } from '../actions/recomputation/carry-out-recomputation.js';

/** Finishes recomputations that were cut short, and tells their families. */
@Injectable()
export class FinishRecomputations implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly carryOut: CarryOutRecomputation,
  ) {}

  onModuleInit(): void {
    this.tasks.register({
      name: 'finish-recomputations',
      every: { minutes: 1 },
      run: async () => counted(await this.carryOut.overdue(), 'recalcul terminé', 'recalculs terminés'),
    });
  }
}
