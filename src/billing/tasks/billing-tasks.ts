import { Injectable, type OnModuleInit } from '@nestjs/common';
import { counted } from '../../kernel/french.js';
import { TaskRunner } from '../../platform/tasks/task-runner.js';
import { BillMonth } from '../actions/runs/bill-month.js';
import { RenderCreditNotes } from '../actions/credit-notes/render-credit-notes.js';
import { RenderInvoices } from '../actions/invoices/render-invoices.js';

/** What billing does by itself: the month that is over, the issues cut short, the PDFs still to be drawn. */
@Injectable()
export class BillingTasks implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly billMonth: BillMonth,
    private readonly renderInvoices: RenderInvoices,
    private readonly renderCreditNotes: RenderCreditNotes,
  ) {}

  onModuleInit(): void {
    this.tasks.register({ name: 'finish-issues', every: { minutes: 5 }, run: () => this.finish() });
    this.tasks.register({ name: 'bill-month', every: { hours: 1 }, run: () => this.bill() });
    this.tasks.register({ name: 'render-invoices', every: { seconds: 20 }, run: () => this.render() });
  }

  private async finish(): Promise<string> {
    return `${counted(await this.billMonth.finishIssues(), 'émission terminée', 'émissions terminées')}`;
  }

  private async bill(): Promise<string> {
    const outcomes = await this.billMonth.all();
    const issued = outcomes.filter((outcome) => outcome === 'ISSUED').length;
    const waiting = outcomes.filter((outcome) => outcome === 'WAITING_FOR_AGENT').length;
    return `${counted(issued, 'campagne émise', 'campagnes émises')}, ${waiting} à compléter par un agent`;
  }

  private async render(): Promise<string> {
    const invoices = counted(await this.renderInvoices.missing(), 'facture imprimée', 'factures imprimées');
    return `${invoices}, ${counted(await this.renderCreditNotes.missing(), 'avoir imprimé', 'avoirs imprimés')}`;
  }
}
