import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { SetPayfipSettings } from '../actions/online/set-payfip-settings.js';
import { FindPayfipSettings } from '../data/find-payfip-settings.js';
import { PayfipCheckDto, PayfipSettingsDto } from './online-payments.dto.js';

@AdministrationApi('Encaissements')
@Controller('collectivites/:collectiviteId/payfip-settings')
export class PayfipSettingsController {
  constructor(
    private readonly findSettings: FindPayfipSettings,
    private readonly setSettings: SetPayfipSettings,
  ) {}

  /** Lire les réglages du paiement en ligne */
  @Get()
  @Allowed('regisseur', 'administrateur')
  async read(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<PayfipSettingsDto> {
    const settings = await this.findSettings.run(collectiviteId);
    if (!settings)
      throw httpProblems.NOT_FOUND('Le paiement en ligne n’est pas encore réglé : donnez le numéro de client.');
    const { active, numcli, mode, severalInvoices, mostCents, referenceForm, referencePrefix } = settings;
    return { active, numcli, mode, severalInvoices, mostCents, referenceForm, referencePrefix };
  }

  /** Régler le paiement en ligne */
  @Put()
  @HttpCode(204)
  @Allowed('administrateur')
  async write(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: PayfipSettingsDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<void> {
    await this.setSettings.run(collectiviteId, body, accountId);
  }

  /** Demander à PayFiP s’il connaît la collectivité */
  @Post('checks')
  @HttpCode(200)
  @Allowed('regisseur', 'administrateur')
  async check(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<PayfipCheckDto> {
    const { numcli } = await this.read(collectiviteId);
    const answer = await this.setSettings.check(numcli);
    if (answer.kind === 'FAULT') return { outcome: 'REFUSED', code: answer.code, label: answer.label };
    return { outcome: answer.kind === 'ANSWERED' ? 'KNOWN' : 'UNANSWERED', code: null, label: null };
  }
}
