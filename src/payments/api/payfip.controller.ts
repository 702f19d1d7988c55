import { applyDecorators, Body, Controller, Get, Header, HttpCode, Post, Query, Redirect } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiQuery, ApiSeeOtherResponse } from '@nestjs/swagger';
import { OpenToAll } from '../../identity/index.js';
import { Configuration } from '../../platform/config/configuration.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { HearPayfip } from '../actions/online/hear-payfip.js';
import { operationTold } from '../rules/operation-told.js';
import { addressAfterReturn } from './return-address.js';

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

const LeadsBack = () =>
  applyDecorators(
    Redirect('/', 303),
    ApiSeeOtherResponse({ description: 'La page de l’espace famille qui dit ce que ce paiement est devenu.' }),
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
  @LeadsBack()
  async returnedByAddress(@Query() query: object): Promise<SeeOther> {
    return this.lead(operationTold(query));
  }

  /** Revenir de la page de paiement (par formulaire) */
  @Post('returns')
  @TellsOperation()
  @LeadsBack()
  async returned(@Query() query: object, @Body() body: object): Promise<SeeOther> {
    return this.lead(operationTold(query, body));
  }

  private async lead(idOp: string | null): Promise<SeeOther> {
    const url = `${this.configuration.publicUrl}${addressAfterReturn(await this.hear.returned(idOp))}`;
    return { url, statusCode: 303 };
  }
}

/** As Nest has it. */
interface SeeOther {
  readonly url: string;
  readonly statusCode: 303;
}
