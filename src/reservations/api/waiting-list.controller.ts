import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { AcceptOffer } from '../actions/waiting/accept-offer.js';
import { JoinWaitingList } from '../actions/waiting/join-waiting-list.js';
import { LeaveWaitingList } from '../actions/waiting/leave-waiting-list.js';
import { ListReservations } from '../actions/reserved/list-reservations.js';
import { ListWaitingEntries, type ShownWaitingEntry } from '../actions/waiting/list-waiting-entries.js';
import { ShowValidation } from '../actions/basket/show-validation.js';
import { reservationsProblems as problems } from '../problems.js';
import { AcceptedOfferDto, NewWaitingEntryDto, WaitingEntryDto } from './waiting-list.dto.js';

@FamilyApi('Liste d’attente')
@Controller('families/:familyId/waiting-entries')
export class WaitingListController {
  constructor(
    private readonly listWaitingEntries: ListWaitingEntries,
    private readonly joinWaitingList: JoinWaitingList,
    private readonly leaveWaitingList: LeaveWaitingList,
    private readonly acceptOffer: AcceptOffer,
    private readonly listReservations: ListReservations,
    private readonly showValidation: ShowValidation,
  ) {}

  /**
   * Lister les listes d’attente où sont les enfants de la famille
   *
   * Avec leur rang, et les places qui leur sont proposées.
   */
  @Get()
  @ForFamily('agent', 'administrateur')
  async list(@CurrentFamily() { collectiviteId, familyId }: FamilyAccess): Promise<WaitingEntryDto[]> {
    return (await this.listWaitingEntries.ofFamily(collectiviteId, familyId)).map(own);
  }

  /**
   * Mettre un enfant sur la liste d’attente d’une séance complète
   *
   * Les places qui se libèrent sont proposées dans l’ordre de la liste.
   */
  @Post()
  @Idempotent()
  @ForFamily('agent', 'administrateur')
  @ApiProblems(
    problems.CHILD_UNKNOWN,
    problems.SESSION_UNKNOWN,
    problems.NOT_YOUR_DAY,
    problems.SESSION_CALLED_OFF,
    problems.SESSION_CLOSED,
    problems.NOT_ENROLLED,
    problems.PRICE_UNKNOWN,
    problems.ALREADY_RESERVED,
    problems.AWAITING_PAYMENT,
    problems.ALREADY_WAITING,
    problems.PLACES_LEFT,
  )
  async join(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() body: NewWaitingEntryDto,
  ): Promise<WaitingEntryDto> {
    const id = await this.joinWaitingList.run({ ...family, accountId }, body);
    return own(await this.listWaitingEntries.one(family.collectiviteId, family.familyId, id));
  }

  /**
   * Accepter la place proposée
   *
   * Elle devient une réservation, au prix de cet instant ; ou, quand la prestation se paie à la réservation, elle est
   * gardée pour vous le temps de la payer.
   */
  @Post(':entryId/acceptances')
  @Idempotent()
  @ForFamily('agent', 'administrateur')
  @ApiProblems(
    problems.WAITING_ENTRY_UNKNOWN,
    problems.NO_OPEN_OFFER,
    problems.NOT_YOUR_DAY,
    problems.SESSION_CALLED_OFF,
    problems.SESSION_CLOSED,
    problems.NOT_ENROLLED,
    problems.PRICE_UNKNOWN,
    problems.ALREADY_RESERVED,
    problems.AWAITING_PAYMENT,
  )
  async accept(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('entryId', IdPipe) entryId: number,
  ): Promise<AcceptedOfferDto> {
    const accepted = await this.acceptOffer.run({ ...family, accountId }, entryId);
    return accepted.type === 'RESERVED'
      ? { reservation: await this.listReservations.one(family, accepted.reservationId), toPay: null }
      : {
          reservation: null,
          toPay: await this.showValidation.run(family.collectiviteId, family.familyId, accepted.validationId),
        };
  }

  /**
   * Quitter la liste d’attente
   *
   * Une place qui était proposée est déclinée, et passe aussitôt au suivant.
   */
  @Delete(':entryId')
  @HttpCode(204)
  @ForFamily('agent', 'administrateur')
  @ApiProblems(problems.WAITING_ENTRY_UNKNOWN)
  leave(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('entryId', IdPipe) entryId: number,
  ): Promise<void> {
    return this.leaveWaitingList.run({ ...family, accountId }, entryId);
  }
}

function own({ familyId: _familyId, ...shown }: ShownWaitingEntry): WaitingEntryDto {
  return shown;
}
