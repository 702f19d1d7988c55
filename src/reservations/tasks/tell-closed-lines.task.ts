import { Injectable, type OnModuleInit } from '@nestjs/common';
import { counted } from '../../kernel/french.js';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { TellClosedLines } from '../actions/waiting/tell-closed-lines.js';

/** Tells families that no place came for the days they waited for. */
@Injectable()
export class TellClosedLinesTask implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly tellClosedLines: TellClosedLines,
  ) {}

  onModuleInit(): void {
    this.tasks.register({
      name: 'tell-closed-lines',
      every: { minutes: 10 },
      run: async () => counted(await this.tellClosedLines.run(), 'famille prévenue', 'familles prévenues'),
    });
  }
}
