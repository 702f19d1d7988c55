import { Injectable, Logger } from '@nestjs/common';
import { Configuration } from '../../platform/config/configuration.js';
import { type PayfipAnswer, readClient, readCreated, readDetail } from '../rules/answers.js';
import { clientEnvelope, creationEnvelope, detailEnvelope } from '../rules/envelopes.js';
import type { PaymentDetail } from '../rules/payment-detail.js';
import { faultsOfRequest, fieldsOf, type PaymentRequest } from '../rules/payment-request.js';
import { type Operation, paymentPageAddress, serviceAddress } from '../rules/vocabulary.js';
import { LONGEST_XML } from '../rules/xml.js';

/**
 * Calls PayFiP, or what stands in its place at `PAYFIP_URL`: it does not know which. Never inside a unit: an answer
 * may take fifteen seconds. Nothing that is asked or answered is logged but the operation and the code of a fault.
 */
@Injectable()
export class PayfipClient {
  private readonly log = new Logger('PayFiP');

  constructor(private readonly configuration: Configuration) {}

  /** Opens an operation and answers its idOp. What PayFiP would refuse is not sent: the first fault is answered. */
  async create(request: PaymentRequest): Promise<PayfipAnswer<string>> {
    const [code] = faultsOfRequest(fieldsOf(request));
    if (code) return { kind: 'FAULT', code, label: null };
    return this.call('creerPaiementSecurise', creationEnvelope(request), readCreated);
  }

  /** What became of an operation. */
  detail(idOp: string): Promise<PayfipAnswer<PaymentDetail>> {
    return this.call('recupererDetailPaiementSecurise', detailEnvelope(idOp), readDetail);
  }

  /** Whether PayFiP knows this client and its contract. */
  checkClient(numcli: string): Promise<PayfipAnswer<true>> {
    return this.call('recupererDetailClient', clientEnvelope(numcli), readClient);
  }

  /** Where a family pays. */
  pageOf(idOp: string): string {
    return paymentPageAddress(this.configuration.payfipUrl, idOp);
  }

  private async call<Value>(
    operation: Operation,
    envelope: string,
    read: (text: string) => PayfipAnswer<Value>,
  ): Promise<PayfipAnswer<Value>> {
    const answer = await this.send(envelope, read);
    if (answer.kind === 'FAULT') this.log.warn(`${operation} refused with ${answer.code}`);
    if (answer.kind === 'UNANSWERED') this.log.warn(`${operation} not answered (${answer.why})`);
    return answer;
  }

  private async send<Value>(
    envelope: string,
    read: (text: string) => PayfipAnswer<Value>,
  ): Promise<PayfipAnswer<Value>> {
    try {
      const response = await fetch(serviceAddress(this.configuration.payfipUrl), {
        method: 'POST',
        headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
        body: envelope,
        redirect: 'error',
        signal: AbortSignal.timeout(this.configuration.payfipTimeout),
      });
      // A fault comes with HTTP 500; whatever the status, the document says what happened, or nothing does.
      return read(await textOf(response));
    } catch (error) {
      return { kind: 'UNANSWERED', why: (error as Error).name === 'TimeoutError' ? 'TIMEOUT' : 'NETWORK' };
    }
  }
}

/** The body in the encoding that it says, and no more of it than an answer holds. */
async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    chunks.push(bytes);
    length += bytes.length;
    if (length > LONGEST_XML) break;
  }
  const body = Buffer.concat(chunks);
  const told = /charset="?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)/i.exec(body.toString('latin1', 0, 200))?.[1];
  return new TextDecoder(told ?? declared ?? 'utf-8').decode(body);
}
