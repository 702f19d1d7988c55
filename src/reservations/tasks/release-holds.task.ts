import { Injectable, type OnModuleInit } from '@nestjs/common';
import { counted } from '../../kernel/french.js';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { ReleaseHolds } from '../actions/payment/release-holds.js';

/** Gives back the places that were not paid in time, and tells their families. */
@Injectable()
export class ReleaseHoldsTask implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly releaseHolds: ReleaseHolds,
  ) {}

  onModuleInit(): void {
    this.tasks.register({
      name: 'release-holds',
      every: { seconds: 30 },
      run: async () => counted(await this.releaseHolds.run(), 'panier non payé', 'paniers non payés'),
    });
  }
}
