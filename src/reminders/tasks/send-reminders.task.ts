import { Injectable, type OnModuleInit } from '@nestjs/common';
import { counted } from '../../kernel/french.js';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { SendReminders } from '../actions/send-reminders.js';

@Injectable()
export class SendRemindersTask implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly sendReminders: SendReminders,
  ) {}

  onModuleInit(): void {
    this.tasks.register({ name: 'send-reminders', every: { hours: 1 }, run: () => this.run() });
  }

  private async run(): Promise<string> {
    return counted(await this.sendReminders.all(), 'famille relancée', 'familles relancées');
  }
}
