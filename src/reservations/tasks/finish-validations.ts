import { Injectable, type OnModuleInit } from '@nestjs/common';
import { counted } from '../../kernel/french.js';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { FinishValidation } from '../actions/basket/finish-validation.js';

/** Sends the proof of validations that were cut short. */
@Injectable()
export class FinishValidations implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly finishValidation: FinishValidation,
  ) {}

  onModuleInit(): void {
    this.tasks.register({
      name: 'finish-validations',
      every: { minutes: 1 },
      run: async () => counted(await this.finishValidation.overdue(), 'validation terminée', 'validations terminées'),
    });
  }
}
