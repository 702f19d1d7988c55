import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { paymentsProblems } from '../../payments/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { AddSpanToBasket } from '../actions/basket/add-span-to-basket.js';
import { AddToBasket } from '../actions/basket/add-to-basket.js';
import { GiveUpHolds } from '../actions/payment/give-up-holds.js';
import { PayBasket } from '../actions/payment/pay-basket.js';
import { RemoveFromBasket } from '../actions/basket/remove-from-basket.js';
import { ShowBasket } from '../actions/basket/show-basket.js';
import { ShowValidation } from '../actions/basket/show-validation.js';
import { ValidateBasket } from '../actions/basket/validate-basket.js';
import { reservationsProblems as problems } from '../problems.js';
import { AddedLinesDto, BasketDto, NewLinesDto, RemovedLinesDto } from './basket.dto.js';
import { AddedSpanDto, NewSpanDto } from './basket-span.dto.js';
import { idempotencyKey } from './idempotency-key.js';
import { OVERRIDE_EXAMPLES, OverrideDto } from './override.dto.js';
import { limitSpan } from './span-limit.js';
import { StartedBasketPaymentDto, ValidationDto } from './validation.dto.js';

@FamilyApi('Mon panier')
@Controller('families/:familyId/basket')
export class BasketController {
  constructor(
    private readonly showBasket: ShowBasket,
    private readonly addToBasket: AddToBasket,
    private readonly addSpanToBasket: AddSpanToBasket,
    private readonly removeFromBasket: RemoveFromBasket,
    private readonly validateBasket: ValidateBasket,
    private readonly showValidation: ShowValidation,
    private readonly payBasket: PayBasket,
    private readonly giveUpHolds: GiveUpHolds,
  ) {}

  /**
   * Afficher mon panier pour cette famille
   *
   * Chaque ligne y est de nouveau jugée et chiffrée à cet instant.
   */
  @Get()
  @ForFamily('agent', 'administrateur')
  show(@CurrentFamily() family: FamilyAccess, @CurrentCaller() { accountId }: Caller): Promise<BasketDto> {
    return this.showBasket.run({ ...family, accountId });
  }

  /**
   * Ajouter une ligne, ou plusieurs
   *
   * Pour une ligne, un problème dit pourquoi elle ne peut pas l’être. Parmi plusieurs, ce qui ne peut pas être réservé
   * maintenant est laissé de côté avec sa raison, et le reste est ajouté.
   */
  @Post('lines')
  @ApiBody({
    type: NewLinesDto,
    examples: {
      one: { value: { sessionId: 812, childId: 12 } },
      withSnack: { value: { sessionId: 812, childId: 12, supplements: ['Goûter'] } },
      many: {
        value: {
          lines: [
            { sessionId: 812, childId: 12 },
            { sessionId: 812, childId: 13 },
          ],
        },
      },
    },
  })
  @ForFamily('agent', 'administrateur')
  @ApiProblems(
    problems.CHILD_UNKNOWN,
    problems.SESSION_UNKNOWN,
    problems.NOT_YOUR_DAY,
    problems.NOT_ENROLLED,
    problems.NOT_YET_OPEN,
    problems.SESSION_CLOSED,
    problems.PHONE_ONLY,
    problems.ASK_THE_MAIRIE,
    problems.SESSION_FULL,
    problems.SESSION_CALLED_OFF,
    problems.SESSION_ALREADY_BILLED,
    problems.PRICE_UNKNOWN,
    problems.SUPPLEMENT_UNKNOWN,
    problems.ALREADY_RESERVED,
    problems.AWAITING_PAYMENT,
    problems.ALREADY_IN_BASKET,
    problems.BASKET_TOO_LARGE,
    problems.OVERRIDE_NOT_ALLOWED,
  )
  addLines(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() body: NewLinesDto,
  ): Promise<AddedLinesDto> {
    const act = { ...family, accountId };
    if (body.lines) return this.addToBasket.run(act, body.lines, body);
    return this.addToBasket.one(
      act,
      { sessionId: body.sessionId!, childId: body.childId!, supplements: body.supplements },
      body,
    );
  }

  /**
   * Ajouter tout ce qui peut être réservé sur une période
   *
   * Pour plusieurs enfants et prestations à la fois.
   */
  @Post('spans')
  @ForFamily('agent', 'administrateur')
  @ApiProblems(problems.CHILD_UNKNOWN, problems.BASKET_TOO_LARGE)
  addSpan(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() body: NewSpanDto,
  ): Promise<AddedSpanDto> {
    limitSpan(body, 400);
    return this.addSpanToBasket.run({ ...family, accountId }, { ...body, weekdays: body.weekdays ?? null });
  }

  /** Retirer une ligne */
  @Delete('lines/:lineId')
  @HttpCode(204)
  @ForFamily('agent', 'administrateur')
  async removeLine(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('lineId', IdPipe) lineId: number,
  ): Promise<void> {
    await this.removeFromBasket.one({ ...family, accountId }, lineId);
  }

  /**
   * Retirer plusieurs lignes à la fois
   *
   * Celles qui n’y sont plus sont ignorées : annuler ce que l’on vient d’ajouter, deux fois, fait la même chose.
   */
  @Post('removals')
  @HttpCode(204)
  @ForFamily('agent', 'administrateur')
  async removeLines(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() { lineIds }: RemovedLinesDto,
  ): Promise<void> {
    await this.removeFromBasket.many({ ...family, accountId }, lineIds);
  }

  /** Vider le panier */
  @Delete()
  @HttpCode(204)
  @ForFamily('agent', 'administrateur')
  async empty(@CurrentFamily() family: FamilyAccess, @CurrentCaller() { accountId }: Caller): Promise<void> {
    await this.removeFromBasket.all({ ...family, accountId });
  }

  /**
   * Valider le panier
   *
   * Chaque ligne est réservée, ou refusée avec sa propre raison et son délai. Les lignes acceptées quittent le panier ;
   * les lignes refusées y restent, signalées, jusqu’à ce qu’elles soient retirées ou redeviennent possibles. La réponse
   * récapitule les unes et les autres, et un courriel aussi. Les jours qui se paient à la réservation ne sont pas encore
   * réservés : leur place est gardée le temps de la payer, `payment` dit combien et jusqu’à quand, et leurs lignes restent
   * dans le panier. Avec la même `Idempotency-Key`, la même réponse.
   */
  @Post('validations')
  @ApiBody({ type: OverrideDto, examples: OVERRIDE_EXAMPLES })
  @ForFamily('agent', 'administrateur')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'Une valeur à vous (un UUID, par exemple), la même quand vous essayez de nouveau : la seconde requête répond ce qu’a fait la première, et le termine si elle a été interrompue.',
    schema: { type: 'string', minLength: 8, maxLength: 200 },
  })
  @ApiProblems(problems.BASKET_EMPTY, problems.OVERRIDE_NOT_ALLOWED, httpProblems.IDEMPOTENCY_KEY_REUSED)
  async validate(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Headers('idempotency-key') header: string | undefined,
    @Body() body: OverrideDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ValidationDto> {
    const { validationId, replayed } = await this.validateBasket.run(
      { ...family, accountId },
      idempotencyKey(header),
      body,
    );
    if (replayed) void reply.header('idempotency-replayed', 'true');
    return this.showValidation.run(family.collectiviteId, family.familyId, validationId);
  }

  /**
   * Payer les places qu’une validation garde
   *
   * L’avoir de la famille paie d’abord ; le reste se paie en ligne, à l’adresse donnée. Quand il n’y a pas de reste, les
   * jours sont réservés aussitôt.
   */
  @Post('validations/:validationId/payments')
  @ForFamily()
  @ApiProblems(
    httpProblems.NOT_FOUND,
    problems.NOTHING_TO_PAY,
    paymentsProblems.ONLINE_PAYMENT_CLOSED,
    paymentsProblems.ONLINE_PAYMENT_REFUSED,
    paymentsProblems.ONLINE_PAYMENT_UNDER_WAY,
    paymentsProblems.PAYFIP_UNAVAILABLE,
  )
  async pay(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('validationId', IdPipe) validationId: number,
  ): Promise<StartedBasketPaymentDto> {
    const started = await this.payBasket.run({ ...family, accountId }, validationId);
    return { ...started, validation: await this.validation(family, validationId) };
  }

  /**
   * Renoncer aux places qu’une validation garde
   *
   * Elles sont rendues aussitôt. Les jours restent dans le panier.
   */
  @Delete('validations/:validationId/holds')
  @HttpCode(204)
  @ForFamily('agent', 'administrateur')
  @ApiProblems(httpProblems.NOT_FOUND)
  giveUp(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('validationId', IdPipe) validationId: number,
  ): Promise<void> {
    return this.giveUpHolds.ofValidation({ ...family, accountId }, validationId);
  }

  /** Afficher de nouveau ce qu’a décidé une validation */
  @Get('validations/:validationId')
  @ForFamily('agent', 'administrateur')
  validation(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('validationId', IdPipe) validationId: number,
  ): Promise<ValidationDto> {
    return this.showValidation.run(collectiviteId, familyId, validationId);
  }
}
