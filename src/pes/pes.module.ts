import { Module } from '@nestjs/common';
import { CheckSchema } from './actions/check-schema.js';

@Module({ providers: [CheckSchema], exports: [CheckSchema] })
export class PesModule {}
