import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CollectivitesModule } from '../collectivites/index.js';
import { PreviewBookingPolicy } from './actions/preview-booking-policy.js';
import { PreviewTariff } from './actions/preview-tariff.js';
import { PreviewController } from './api/preview.controller.js';
import { TariffPreviewController } from './api/tariff-preview.controller.js';

/** The language of règlements: what a deadline, a booking policy and a tariff can say, and what they mean. */
@Module({
  imports: [CalendarModule, CollectivitesModule],
  controllers: [PreviewController, TariffPreviewController],
  providers: [PreviewBookingPolicy, PreviewTariff],
})
export class ReglementModule {}
