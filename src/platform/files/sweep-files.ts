import { Injectable, type OnModuleInit } from '@nestjs/common';
import { eachInTurn } from '../tasks/each-in-turn.js';
import { TaskRunner } from '../tasks/task-runner.js';
import { BytesOnDisk } from './bytes-on-disk.js';
import { FileStore } from './file-store.js';

/**
 * Erases what was sent and never came to be a file: the process was killed between the bytes and their row, or the unit
 * was undone. It looks at these alone, so a service that is started by mistake on another database erases nothing old.
 */
@Injectable()
export class SweepFiles implements OnModuleInit {
  constructor(
    private readonly files: FileStore,
    private readonly bytes: BytesOnDisk,
    private readonly tasks: TaskRunner,
  ) {}

  onModuleInit(): void {
    this.tasks.register({ name: 'files.sweep', every: { hours: 1 }, run: () => this.run() });
  }

  private async run(): Promise<string> {
    const swept = await eachInTurn(this.bytes.interrupted(), async ({ name, isDraft }) => {
      if (!isDraft) await this.files.eraseUnheld(name);
      await this.bytes.eraseIncoming(name);
    });
    return `${swept.length} envoi(s) interrompu(s)`;
  }
}
