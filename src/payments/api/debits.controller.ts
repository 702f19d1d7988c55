import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { RejectDebit } from '../actions/debits/reject-debit.js';
import { paymentsProblems } from '../problems.js';
import { DebitDto, debitDto, RejectDebitDto } from './debit-runs.dto.js';

@AdministrationApi('Prélèvements')
@Controller('collectivites/:collectiviteId/debits')
export class DebitsController {
  constructor(private readonly rejectDebit: RejectDebit) {}

  /**
   * Enregistrer le rejet d’un prélèvement
   *
   * La facture est de nouveau due, la famille prévenue. Un compte clos ou un mandat contesté suspend le mandat.
   */
  @Post(':debitId/rejections')
  @HttpCode(200)
  @Allowed('regisseur')
  @ApiProblems(
    paymentsProblems.DEBIT_CANCELLED,
    paymentsProblems.PAYMENT_DATE_REFUSED,
    paymentsProblems.CREDIT_GIVEN_BACK,
    paymentsProblems.CREDIT_BEING_USED,
  )
  async reject(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('debitId', IdPipe) debitId: number,
    @Body() { reason, rejectedOn }: RejectDebitDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<DebitDto> {
    const asked = { collectiviteId, debitId, reason, rejectedOn: rejectedOn ?? null, rejectedBy: accountId };
    return debitDto((await this.rejectDebit.run(asked)).debit);
  }
}
