import type { Type } from '@nestjs/common';
import { attendanceEntities, AttendanceModule } from './attendance/index.js';
import { demandesEntities, DemandesModule } from './demandes/index.js';
import { familiesEntities, FamiliesModule } from './families/index.js';
import { billingEntities, BillingModule } from './billing/index.js';
import { calendarEntities, CalendarModule } from './calendar/index.js';
import { certificatesEntities, CertificatesModule } from './certificates/index.js';
import { claimsEntities, ClaimsModule } from './claims/index.js';
import { collectivitesEntities, CollectivitesModule } from './collectivites/index.js';
import { healthEntities, HealthModule } from './health/index.js';
import { identityEntities, IdentityModule } from './identity/index.js';
import { instalmentsEntities, InstalmentsModule } from './instalments/index.js';
import { invitationsEntities, InvitationsModule } from './invitations/index.js';
import { ledgerEntities, LedgerModule } from './ledger/index.js';
import { PayfipModule } from './payfip/index.js';
import { paymentsEntities, PaymentsModule } from './payments/index.js';
import { PersonalDataModule } from './personal-data/index.js';
import { PesModule } from './pes/index.js';
import type { EntityClass } from './platform/database/data-source.js';
import { mandatesEntities, MandatesModule } from './mandates/index.js';
import { newsEntities, NewsModule } from './news/index.js';
import { prestationsEntities, PrestationsModule } from './prestations/index.js';
import { ReglementModule } from './reglement/index.js';
import { remindersEntities, RemindersModule } from './reminders/index.js';
import { reservationsEntities, ReservationsModule } from './reservations/index.js';
import { SimulationsModule } from './simulations/index.js';
import { treasuryEntities, TreasuryModule } from './treasury/index.js';

interface Room {
  readonly module: Type;
  readonly entities: readonly EntityClass[];
}

/** The rooms, from the ground floor up. */
export const ROOMS: readonly Room[] = [
  { module: IdentityModule, entities: identityEntities },
  { module: CollectivitesModule, entities: collectivitesEntities },
  { module: CalendarModule, entities: calendarEntities },
  { module: FamiliesModule, entities: familiesEntities },
  { module: LedgerModule, entities: ledgerEntities },
  { module: PayfipModule, entities: [] },
  { module: PesModule, entities: [] },
  { module: NewsModule, entities: newsEntities },
  { module: DemandesModule, entities: demandesEntities },
  { module: MandatesModule, entities: mandatesEntities },
  { module: InvitationsModule, entities: invitationsEntities },
  { module: ReglementModule, entities: [] },
  { module: InstalmentsModule, entities: instalmentsEntities },
  { module: HealthModule, entities: healthEntities },
  { module: PrestationsModule, entities: prestationsEntities },
  { module: PaymentsModule, entities: paymentsEntities },
  { module: ReservationsModule, entities: reservationsEntities },
  { module: AttendanceModule, entities: attendanceEntities },
  { module: BillingModule, entities: billingEntities },
  { module: RemindersModule, entities: remindersEntities },
  { module: CertificatesModule, entities: certificatesEntities },
  { module: ClaimsModule, entities: claimsEntities },
  { module: TreasuryModule, entities: treasuryEntities },
  { module: SimulationsModule, entities: [] },
  { module: PersonalDataModule, entities: [] },
];
