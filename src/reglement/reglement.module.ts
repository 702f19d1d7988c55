import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CollectivitesModule } from '../collectivites/index.js';
import { PreviewBookingPolicy } from './actions/preview-booking-policy.js';
import { PreviewController } from './api/preview.controller.js';

/** The language of règlements: what a deadline, a booking policy and a tariff can say, and what they mean. */
@Module({
  imports: [CalendarModule, CollectivitesModule],
  controllers: [PreviewController],
  providers: [PreviewBookingPolicy],
})
export class ReglementModule {}
