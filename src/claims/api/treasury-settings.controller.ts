import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { FindTreasurySettings } from '../actions/settings/find-treasury-settings.js';
import { ProductCodes } from '../actions/settings/product-codes.js';
import { SaveTreasurySettings } from '../actions/settings/save-treasury-settings.js';
import { claimsProblems } from '../problems.js';
import {
  codeView,
  ProductCodeDto,
  SaveTreasurySettingsDto,
  SetProductCodeDto,
  settingsIn,
  settingsView,
  TreasurySettingsDto,
} from './treasury-settings.dto.js';

const USUAL_CHAPTER = '70';

@AdministrationApi('Trésorerie')
@Controller('collectivites/:collectiviteId')
export class TreasurySettingsController {
  constructor(
    private readonly findSettings: FindTreasurySettings,
    private readonly saveSettings: SaveTreasurySettings,
    private readonly codes: ProductCodes,
  ) {}

  /** Lire les réglages de la Trésorerie */
  @Get('treasury-settings')
  @Allowed('regisseur', 'administrateur')
  async read(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<TreasurySettingsDto> {
    const settings = await this.findSettings.run(collectiviteId);
    if (!settings) throw httpProblems.NOT_FOUND('Les réglages de la Trésorerie ne sont pas encore saisis.');
    return settingsView(settings);
  }

  /**
   * Saisir les réglages de la Trésorerie
   *
   * Codique, SIRET et codes sont donnés par le service de gestion comptable ; ce qui est omis prend sa valeur usuelle.
   */
  @Put('treasury-settings')
  @Allowed('administrateur')
  @ApiProblems(claimsProblems.TREASURY_SETTINGS_MISSING)
  async save(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: SaveTreasurySettingsDto,
    @CurrentCaller() caller: Caller,
  ): Promise<TreasurySettingsDto> {
    return settingsView(await this.saveSettings.run(collectiviteId, settingsIn(body), caller.accountId));
  }

  /** Lister les codes produit locaux des prestations */
  @Get('product-codes')
  @Allowed('regisseur', 'administrateur')
  async listCodes(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<ProductCodeDto[]> {
    return (await this.codes.all(collectiviteId)).map(codeView);
  }

  /** Donner à une prestation son code produit local, à partir d’un jour */
  @Put('prestations/:prestationId/product-code')
  @Allowed('administrateur')
  async setCode(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('prestationId', IdPipe) prestationId: number,
    @Body() { from, code, chapter }: SetProductCodeDto,
  ): Promise<ProductCodeDto> {
    const wanted = { prestationId, fromDate: from, code, chapter: chapter ?? USUAL_CHAPTER };
    return codeView(await this.codes.set(collectiviteId, wanted));
  }
}
