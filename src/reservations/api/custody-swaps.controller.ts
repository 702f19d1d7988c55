import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  CurrentFamily,
  familiesProblems as problems,
  type FamilyAccess,
  ForFamily,
  ListSwaps,
  type ShownSwap,
  SwapCustody,
} from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { type OwnSwap, ShowSwaps } from '../actions/reserved/show-swaps.js';
import { NewSwapDto, OwnSwapDto } from './custody-swaps.dto.js';

/** The custody is of the families' room; it is told from here because the answer tells what stays reserved. */
@FamilyApi('Échanges de jours de garde')
@Controller('families/:familyId/custody-swaps')
export class CustodySwapsController {
  constructor(
    private readonly swapCustody: SwapCustody,
    private readonly listSwaps: ListSwaps,
    private readonly showSwaps: ShowSwaps,
  ) {}

  /** Lister les échanges de jours que mon foyer a demandés ou reçus, le dernier d’abord */
  @Get()
  @ForFamily()
  async list(@CurrentFamily() family: FamilyAccess): Promise<OwnSwapDto[]> {
    return this.shown(family, await this.listSwaps.ofFamily(family.collectiviteId, family.familyId));
  }

  /**
   * Demander à l’autre foyer d’un enfant d’échanger des jours
   *
   * Il en est averti par courriel ; une fois l’échange confirmé, qui a l’enfant réserve et paie.
   */
  @Post()
  @Idempotent()
  @ForFamily()
  @ApiProblems(problems.SWAP_NOT_POSSIBLE, problems.SWAP_DAYS_TAKEN)
  async ask(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() body: NewSwapDto,
  ): Promise<OwnSwapDto> {
    return this.one(family, await this.swapCustody.ask({ ...family, accountId }, body));
  }

  /**
   * Confirmer un échange que demande l’autre foyer
   *
   * Les réservations déjà faites restent à qui les a faites.
   */
  @Post(':swapId/confirmations')
  @HttpCode(200)
  @ForFamily()
  @ApiProblems(problems.SWAP_OVER, problems.SWAP_ASKED_BY_YOU)
  async confirm(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('swapId', IdPipe) swapId: number,
  ): Promise<OwnSwapDto> {
    await this.swapCustody.decide({ ...family, accountId }, swapId, 'CONFIRMED');
    return this.one(family, swapId);
  }

  /** Refuser un échange que demande l’autre foyer */
  @Post(':swapId/refusals')
  @HttpCode(200)
  @ForFamily()
  @ApiProblems(problems.SWAP_OVER, problems.SWAP_ASKED_BY_YOU)
  async refuse(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('swapId', IdPipe) swapId: number,
  ): Promise<OwnSwapDto> {
    await this.swapCustody.decide({ ...family, accountId }, swapId, 'REFUSED');
    return this.one(family, swapId);
  }

  /** Retirer une demande d’échange de mon foyer, tant qu’elle est sans réponse */
  @Post(':swapId/withdrawals')
  @HttpCode(200)
  @ForFamily()
  @ApiProblems(problems.SWAP_OVER)
  async withdraw(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('swapId', IdPipe) swapId: number,
  ): Promise<OwnSwapDto> {
    await this.swapCustody.withdraw({ ...family, accountId }, swapId);
    return this.one(family, swapId);
  }

  private async one(family: FamilyAccess, swapId: number): Promise<OwnSwapDto> {
    const [swap] = await this.shown(family, [
      await this.listSwaps.oneOf(family.collectiviteId, family.familyId, swapId),
    ]);
    return swap!;
  }

  private async shown(family: FamilyAccess, swaps: readonly ShownSwap[]): Promise<OwnSwapDto[]> {
    return (await this.showSwaps.run(family, swaps)).map(ownSwapView);
  }
}

function ownSwapView({ left, ...swap }: OwnSwap): OwnSwapDto {
  return { ...swap, ownReservations: left.own.length, reservedByOther: left.byOther };
}
