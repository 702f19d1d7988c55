import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { MakeMonthlyReports } from '../actions/make-monthly-reports.js';

@Injectable()
export class CollectionReportTask implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly makeReports: MakeMonthlyReports,
  ) {}

  onModuleInit(): void {
    this.tasks.register({
      name: 'collection-report',
      every: { minutes: 15 },
      run: async () => `${await this.makeReports.run()} état(s) d’encaissement établi(s)`,
    });
  }
}
