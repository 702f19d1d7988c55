import { expect } from '@jest/globals';
import { Temporal } from '../../src/kernel/civil-time.js';
import type { Api } from './api.js';
import type { RunningService } from './application.js';
import { invoiceNumber, issuedInvoice } from './issued-invoice.js';

export const DEBITED_IBAN = 'FR7630006000011234567890189';

/** How a régie with a DFT account debits. */
export const DFT_SETTINGS = {
  offered: true,
  mode: 'REGIE_DFT',
  ics: 'FR72ZZZ123456',
  creditorName: 'Mairie de Valmont',
  mandatePrefix: 'CANTINE',
  noticeDays: 14,
  firstSequence: 'RCUR',
  painVersion: 'pain.008.001.08',
  dftService: 'TGDFT034',
  ddfipCodique: '034000',
  ddfipName: 'DDFiP de l’Hérault',
  creditedIban: 'FR76 3000 1007 9412 3456 7890 185',
  creditedBic: 'BDFEFRPP',
  dftIban: DEBITED_IBAN,
};

/** A commune that debits, and families that let it, each with an invoice told early enough. */
export class DebitedFamilies {
  private serial = 0;

  private constructor(
    readonly service: RunningService,
    readonly collectiviteId: number,
    readonly prestationId: number,
    private readonly staff: { readonly email: string; readonly password: string },
    public regisseur: Api,
  ) {}

  static async open(service: RunningService): Promise<DebitedFamilies> {
    const { fixtures } = service;
    const collectiviteId = await fixtures.collectivite({ regie_label: 'Régie périscolaire' });
    const { id } = await fixtures.prestation(collectiviteId, await fixtures.site(collectiviteId));
    const roles = (['regisseur', 'administrateur'] as const).map((role) => ({ collectiviteId, role }));
    const staff = await fixtures.account(roles);
    const regisseur = await service.api.signedIn(staff.email, staff.password);
    const set = await regisseur.put(`/collectivites/${collectiviteId}/sepa-settings`, DFT_SETTINGS);
    expect(set.status).toBe(200);
    return new DebitedFamilies(service, collectiviteId, id, staff, regisseur);
  }

  get path(): string {
    return `/collectivites/${this.collectiviteId}`;
  }

  /** The day comes, and what is due that day happens; the régisseur signs in again. */
  async dayComes(at: string): Promise<void> {
    this.service.clock.set(Temporal.Instant.from(at));
    await this.service.settle();
    this.regisseur = await this.signedInAgain();
  }

  signedInAgain(): Promise<Api> {
    return this.service.api.signedIn(this.staff.email, this.staff.password);
  }

  /** A family that signed on paper on 1 November, and an adult who can be written to. */
  async family(signedOn = '2026-11-01') {
    const { fixtures } = this.service;
    const familyId = await fixtures.family(this.collectiviteId);
    const account = await fixtures.account([{ collectiviteId: this.collectiviteId, role: 'parent' }]);
    const columns = { email: account.email, account_id: account.id };
    const guardianId = await fixtures.guardian(this.collectiviteId, familyId, columns);
    const signed = { familyId, guardianId, iban: DEBITED_IBAN, holder: 'Camille Durand', signedOn };
    const answer = await this.regisseur.post(`${this.path}/mandates`, signed);
    expect(answer.status).toBe(201);
    return { familyId, mandateId: Number(answer.body.id), ...account };
  }

  /** An invoice of 1 December, due on the 15th. */
  async owing(familyId: number, cents: number, dueOn = '2026-12-15') {
    const number = ++this.serial;
    const imputation = { nature: '7067', function: '281' };
    const lines = [{ prestationId: this.prestationId, imputation, cents }];
    const invoice = { collectiviteId: this.collectiviteId, familyId, number, lines, issuedOn: '2026-12-01', dueOn };
    return { invoiceId: await issuedInvoice(this.service, invoice), number: invoiceNumber(number) };
  }

  debit(collectedOn: string, more: object = {}) {
    return this.regisseur.post(`${this.path}/debit-runs`, { collectedOn, ...more });
  }
}
