import { Injectable, type OnModuleInit } from '@nestjs/common';
import { counted } from '../../kernel/french.js';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { MakeTaxCertificates } from '../actions/make-tax-certificates.js';

@Injectable()
export class MakeCertificatesTask implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly makeCertificates: MakeTaxCertificates,
  ) {}

  onModuleInit(): void {
    this.tasks.register({ name: 'tax-certificates', every: { hours: 6 }, run: () => this.run() });
  }

  private async run(): Promise<string> {
    return counted(await this.makeCertificates.all(), 'attestation établie', 'attestations établies');
  }
}
