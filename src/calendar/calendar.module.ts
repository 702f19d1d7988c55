import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { DeclareClosure } from './actions/declare-closure.js';
import { FindCalendar } from './actions/find-calendar.js';
import { FindClosures } from './actions/find-closures.js';
import { RemoveClosure } from './actions/remove-closure.js';
import { CalendarController } from './api/calendar.controller.js';
import { ClosuresController } from './api/closures.controller.js';

@Module({
  imports: [CollectivitesModule],
  controllers: [CalendarController, ClosuresController],
  providers: [FindCalendar, FindClosures, DeclareClosure, RemoveClosure],
  exports: [FindCalendar, FindClosures, DeclareClosure, RemoveClosure],
})
export class CalendarModule {}
