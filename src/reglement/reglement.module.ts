import { Module } from '@nestjs/common';

/** The language of règlements: what a deadline, a booking policy and a tariff can say, and what they mean. */
@Module({})
export class ReglementModule {}
