import { Injectable, type OnModuleInit } from '@nestjs/common';
import { custodySwapConfirmed, ListSwaps, MailSwap } from '../../../families/index.js';
import { typeset } from '../../../kernel/french.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { exchangedWords } from '../../rules/exchanged-words.js';
import { ShowSwaps } from './show-swaps.js';

/** Tells both foyers of a child that an exchange is agreed, and each of them what it leaves reserved. */
@Injectable()
export class MailConfirmedSwap implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly listSwaps: ListSwaps,
    private readonly showSwaps: ShowSwaps,
    private readonly mailSwap: MailSwap,
  ) {}

  onModuleInit(): void {
    this.outbox.on(custodySwapConfirmed, async ({ collectiviteId, familyId, swapId }) => {
      const swap = await this.listSwaps.oneOf(collectiviteId, familyId, swapId);
      const stays = new Map<number, readonly string[]>();
      for (const foyer of [swap.askingFamilyId, swap.otherFamilyId]) {
        const [seen] = await this.showSwaps.run({ collectiviteId, familyId: foyer }, [swap]);
        stays.set(foyer, exchangedWords(seen!.left).map(typeset));
      }
      await this.mailSwap.confirmed({ collectiviteId, id: swapId }, stays);
    });
  }
}
