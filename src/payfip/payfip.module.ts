import { Module } from '@nestjs/common';
import { PayfipClient } from './actions/payfip-client.js';

/** Formats and calls of PayFiP; what is paid, and by whom, is not known here. */
@Module({ providers: [PayfipClient], exports: [PayfipClient] })
export class PayfipModule {}
