import { Injectable, type OnModuleInit } from '@nestjs/common';
import { counted } from '../../kernel/french.js';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { EraseProofs } from '../actions/erase-proofs.js';

@Injectable()
export class EraseProofsTask implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly eraseProofs: EraseProofs,
  ) {}

  onModuleInit(): void {
    this.tasks.register({
      name: 'erase-proofs',
      every: { hours: 24 },
      run: async () => counted(await this.eraseProofs.run(), 'justificatif effacé', 'justificatifs effacés'),
    });
  }
}
