import { Temporal } from '../../src/kernel/civil-time.js';
import type { Api } from './api.js';
import { type RunningService, startService, type StartOptions } from './application.js';
import { PASSWORD } from './fixtures.js';
import { issuedInvoice } from './issued-invoice.js';

export interface Debtor {
  readonly familyId: number;
  readonly email: string;
  readonly invoiceIds: readonly number[];
}

/** A commune with a régisseur and families that owe, for tests about what is done of debts as days go by. */
export class Debtors {
  private serial = 0;

  private constructor(
    readonly service: RunningService,
    readonly collectiviteId: number,
    readonly prestationId: number,
    private readonly staff: string,
  ) {}

  static async open(name: string, options: StartOptions = {}): Promise<Debtors> {
    const service = await startService(name, '2026-10-02T10:00:00+02:00', options);
    const { fixtures } = service;
    const collectiviteId = await fixtures.collectivite({ email: 'regie@test.example' });
    const { id } = await fixtures.prestation(collectiviteId, await fixtures.site(collectiviteId));
    const { email } = await fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    return new Debtors(service, collectiviteId, id, email);
  }

  get path(): string {
    return `/collectivites/${this.collectiviteId}`;
  }

  /** Signed in again, as the calendar moves on. */
  async as(email: string): Promise<Api> {
    await this.service.database.unit(() => this.service.database.change('DELETE FROM throttles'));
    return this.service.api.signedIn(email, PASSWORD);
  }

  regisseur(): Promise<Api> {
    return this.as(this.staff);
  }

  /** 10 h on that day; what is due by then happens. */
  async on(day: string): Promise<void> {
    const date = Temporal.PlainDate.from(day);
    this.service.clock.set(date.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '10:00' }).toInstant());
    await this.service.settle();
  }

  /** A family with an adult, and an invoice for each amount, due on 1 October 2026 unless told. */
  async family(amounts: readonly number[], { dueOn = '2026-10-01', mailed = true } = {}): Promise<Debtor> {
    const { service, collectiviteId, prestationId } = this;
    const familyId = await service.fixtures.family(collectiviteId);
    const { email, id } = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    const adult = { email: mailed ? email : null, account_id: id };
    await service.fixtures.guardian(collectiviteId, familyId, adult);
    const invoiceIds: number[] = [];
    for (const cents of amounts) {
      const lines = [{ prestationId, imputation: { nature: '7067', function: '281' }, cents }];
      const invoice = { collectiviteId, familyId, number: ++this.serial, lines, dueOn };
      invoiceIds.push(await issuedInvoice(service, invoice));
    }
    return { familyId, email, invoiceIds };
  }

  /** At the counter; answers the payment’s id. */
  async pay({ familyId }: Debtor, cents: number): Promise<number> {
    const receivedOn = this.service.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
    const payment = { familyId, cents, means: 'CHEQUE', receivedOn };
    const answer = await (await this.regisseur()).post(`${this.path}/payments`, payment);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body.id as number;
  }

  /** Subjects of the mails that an address got, in order. */
  async subjects(address: string): Promise<(string | undefined)[]> {
    return (await this.service.mails.to(address)).map(({ subject }) => subject);
  }
}
