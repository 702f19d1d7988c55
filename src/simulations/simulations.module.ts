import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/index.js';
import { BillingModule } from '../billing/index.js';
import { CalendarModule } from '../calendar/index.js';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { PrestationsModule } from '../prestations/index.js';
import { ReservationsModule } from '../reservations/index.js';
import { LoadAnnouncedAbsences } from './actions/announced-absences.js';
import { DraftWindows } from './actions/draft-windows.js';
import { LoadFacts } from './actions/facts-book.js';
import { LoadMonths } from './actions/load-months.js';
import { ReadDraft } from './actions/read-draft.js';
import { ReplayPeriod } from './actions/replay-period.js';
import { SimulateReglement } from './actions/simulate-reglement.js';
import { SimulationsController } from './api/simulations.controller.js';

/** What a règlement that is not voted yet would have changed: it reads all the floors below and writes nothing. */
@Module({
  imports: [
    AttendanceModule,
    BillingModule,
    CalendarModule,
    CollectivitesModule,
    FamiliesModule,
    PrestationsModule,
    ReservationsModule,
  ],
  controllers: [SimulationsController],
  providers: [DraftWindows, LoadAnnouncedAbsences, LoadFacts, LoadMonths, ReadDraft, ReplayPeriod, SimulateReglement],
  exports: [SimulateReglement],
})
export class SimulationsModule {}
