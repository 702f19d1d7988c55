import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { BankAccount } from '../../../mandates/index.js';
import { Vault } from '../../../platform/secrets/vault.js';

const PLACES = {
  refund: { table: 'refunds', column: 'account', reference: 'reference' },
  request: { table: 'refund_requests', column: 'account', reference: 'reference' },
} as const;

interface Named {
  readonly collectiviteId: number;
  readonly reference: string;
}

/** Seals the accounts to which credits are given back, and opens them. */
@Injectable()
export class RefundVault implements OnModuleInit {
  constructor(private readonly vault: Vault) {}

  onModuleInit(): void {
    for (const place of Object.values(PLACES)) this.vault.declare(place);
  }

  /** Throws DATA_KEY_MISSING. */
  seal(kind: keyof typeof PLACES, account: BankAccount, { collectiviteId, reference }: Named): string {
    return this.vault.seal(JSON.stringify(account), { ...PLACES[kind], collectiviteId, reference });
  }

  /** Throws SealBroken. */
  open(kind: keyof typeof PLACES, row: Named & { readonly account: string }): BankAccount {
    const { collectiviteId, reference, account } = row;
    return JSON.parse(
      this.vault.open(account, { ...PLACES[kind], collectiviteId, reference }).toString(),
    ) as BankAccount;
  }
}
