import { Body, Controller, Get, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { CurrentFamily, type FamilyAccess, FindFamilies, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { dateIn } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { FileStore } from '../../platform/files/file-store.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { secretsProblems } from '../../platform/secrets/problems.js';
import { DrawMandate } from '../actions/draw-mandate.js';
import { FindMandates } from '../actions/find-mandates.js';
import { FindSepaSettings } from '../actions/find-sepa-settings.js';
import { RevokeMandate } from '../actions/revoke-mandate.js';
import { SignMandate } from '../actions/sign-mandate.js';
import type { MandateRow } from '../data/mandate.entity.js';
import { mandatesProblems } from '../problems.js';
import { typedAccount } from '../rules/bank-account.js';
import { MANDATE_TEXT_VERSION, mandateText } from '../rules/mandate-text.js';
import { mandateDto, MyDebitDto, MyMandateDto, SignMandateDto } from './mandates.dto.js';

@FamilyApi('Mon prélèvement')
@Controller('families/:familyId')
export class FamilyMandatesController {
  constructor(
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly findSettings: FindSepaSettings,
    private readonly findMandates: FindMandates,
    private readonly signMandate: SignMandate,
    private readonly revokeMandate: RevokeMandate,
    private readonly drawMandate: DrawMandate,
  ) {}

  /** Lire le mandat de prélèvement de la famille, et le texte que l’on signe */
  @Get('direct-debit')
  @ForFamily()
  async read(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @CurrentCaller() caller: Caller,
  ): Promise<MyDebitDto> {
    const settings = await this.findSettings.run(collectiviteId);
    const mandate = await this.findMandates.ofFamily(collectiviteId, familyId);
    const offered = settings?.offered ?? false;
    return {
      offered,
      text: offered
        ? {
            version: MANDATE_TEXT_VERSION,
            paragraphs: mandateText(settings!),
            creditorName: settings!.creditorName,
            ics: settings!.ics,
          }
        : null,
      mandate: mandate && (await this.view(mandate, caller.accountId)),
    };
  }

  /**
   * Signer un mandat de prélèvement
   *
   * Il est en vigueur aussitôt, et confirmé par courriel. Pour changer de compte, nommez celui qu’il remplace.
   */
  @Post('mandates')
  @ForFamily()
  @ApiProblems(
    mandatesProblems.DEBIT_NOT_OFFERED,
    mandatesProblems.BANK_ACCOUNT_REFUSED,
    mandatesProblems.MANDATE_TEXT_CHANGED,
    mandatesProblems.MANDATE_EXISTS,
    httpProblems.TOO_MANY_REQUESTS,
    secretsProblems.DATA_KEY_MISSING,
  )
  async sign(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Body() { textVersion, replaces, ...typed }: SignMandateDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<MyMandateDto> {
    const signature = { collectiviteId, familyId, accountId, textVersion, replaces: replaces ?? null };
    if (signature.replaces !== null) await this.own(signature, signature.replaces);
    return this.view(await this.signMandate.run({ ...signature, account: typedAccount(typed) }), accountId);
  }

  /** Révoquer son mandat : il prend fin aussitôt */
  @Post('mandates/:mandateId/revocations')
  @HttpCode(200)
  @ForFamily()
  @ApiProblems(mandatesProblems.MANDATE_ENDED)
  async revoke(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('mandateId', IdPipe) mandateId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<MyMandateDto> {
    await this.own({ collectiviteId, familyId, accountId }, mandateId);
    const ended = await this.revokeMandate.run({ collectiviteId, familyId, mandateId, accountId });
    return this.view(ended, accountId);
  }

  /** Télécharger son mandat (PDF) */
  @Get('mandates/:mandateId/pdf')
  @ForFamily()
  @AnswersFile('application/pdf')
  async pdf(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('mandateId', IdPipe) mandateId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StreamableFile> {
    const mandate = await this.own({ collectiviteId, familyId, accountId }, mandateId);
    const file = await this.drawMandate.kept(mandate);
    return download(file, this.files.read(file));
  }

  /** A mandate belongs to the adult whose account it is; the other one of the foyer does not reach it. */
  private async own(
    { collectiviteId, familyId, accountId }: Pick<FamilyAccess, 'collectiviteId' | 'familyId'> & { accountId: number },
    mandateId: number,
  ): Promise<MandateRow> {
    const mandate = await this.findMandates.one(collectiviteId, mandateId, familyId);
    if (await this.isOf(mandate, accountId)) return mandate;
    throw httpProblems.NOT_FOUND(
      'Ce mandat est celui d’un autre responsable de la famille : lui seul, ou la mairie, peut y toucher.',
    );
  }

  private async isOf({ collectiviteId, familyId, guardianId }: MandateRow, accountId: number): Promise<boolean> {
    const family = (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId);
    return family?.guardians.some((adult) => adult.guardianId === guardianId && adult.accountId === accountId) ?? false;
  }

  private async view(mandate: MandateRow, accountId: number): Promise<MyMandateDto> {
    const { timeZone } = await this.findCollectivite.run(mandate.collectiviteId);
    const today = dateIn(timeZone, this.clock.now());
    return { ...mandateDto(mandate, today), own: await this.isOf(mandate, accountId) };
  }
}
