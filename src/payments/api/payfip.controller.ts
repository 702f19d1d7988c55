import { applyDecorators, Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiQuery } from '@nestjs/swagger';
import { OpenToAll } from '../../identity/index.js';
import { Configuration } from '../../platform/config/configuration.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { HearPayfip } from '../actions/online/hear-payfip.js';
import { operationTold } from '../rules/operation-told.js';
import { returnPage } from './return-page.js';

/** Names one operation, in the address or in a form. */
const TellsOperation = () =>
  applyDecorators(
    OpenToAll(),
    HttpCode(200),
    Header('cache-control', 'no-store'),
    ApiQuery({ name: 'idop', required: false, schema: { type: 'string' }, description: 'L’opération de PayFiP.' }),
  );

const Heard = () => applyDecorators(ApiProduces('text/plain'), ApiOkResponse({ schema: { type: 'string' } }));
const HEARD = 'OK';

const AnswersPage = () =>
  applyDecorators(
    Header('content-type', 'text/html; charset=utf-8'),
    ApiProduces('text/html'),
    ApiOkResponse({ schema: { type: 'string' }, description: 'Une page pour la famille.' }),
  );

/** What PayFiP and browsers call. Nothing of it is signed: it is a reason to ask PayFiP, and nothing more. */
@FamilyApi('Paiement en ligne')
@Controller('payfip')
export class PayfipController {
  constructor(
    private readonly hear: HearPayfip,
    private readonly configuration: Configuration,
  ) {}

  /** Recevoir une notification de PayFiP (par son adresse) */
  @Get('notifications')
  @TellsOperation()
  @Heard()
  async notifiedByAddress(@Query() query: object): Promise<string> {
    await this.hear.notified(operationTold(query));
    return HEARD;
  }

  /** Recevoir une notification de PayFiP (par formulaire) */
  @Post('notifications')
  @TellsOperation()
  @Heard()
  async notified(@Query() query: object, @Body() body: object): Promise<string> {
    await this.hear.notified(operationTold(query, body));
    return HEARD;
  }

  /** Revenir de la page de paiement (par son adresse) */
  @Get('returns')
  @TellsOperation()
  @AnswersPage()
  async returnedByAddress(@Query() query: object): Promise<string> {
    return this.page(operationTold(query));
  }

  /** Revenir de la page de paiement (par formulaire) */
  @Post('returns')
  @TellsOperation()
  @AnswersPage()
  async returned(@Query() query: object, @Body() body: object): Promise<string> {
    return this.page(operationTold(query, body));
  }

  private async page(idOp: string | null): Promise<string> {
    return returnPage(await this.hear.returned(idOp), this.configuration.publicUrl);
  }
}
