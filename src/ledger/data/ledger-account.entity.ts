import { Entity } from 'typeorm';
import { Id, IdOf, Text } from '../../platform/database/columns.js';
import type { Account } from '../rules/account.js';

@Entity('ledger_accounts')
export class LedgerAccountRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Text(9) kind!: Account['kind'];
  @Text(80) code!: string;
  @Text(120) label!: string;
}
