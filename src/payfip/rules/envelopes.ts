import { fieldsOf, type PaymentRequest } from './payment-request.js';
import { type Operation, SERVICE_NAMESPACE, SOAP_NAMESPACE } from './vocabulary.js';
import { writeXml } from './xml.js';

/** Asks for an operation (idOp), with which a family opens the payment page. */
export function creationEnvelope(request: PaymentRequest): string {
  const { numcli, exer, refdet, objet, montant, mel, saisie, urlnotif, urlredirect } = fieldsOf(request);
  // The order is that of the contract: alphabetical.
  return envelope('creerPaiementSecurise', {
    exer,
    mel,
    montant,
    numcli,
    ...(objet === '' ? {} : { objet }),
    refdet,
    saisie,
    urlnotif,
    urlredirect,
  });
}

/** Asks for the result. With `idop` in small letters the real service answers P1 even to an operation it has. */
export function detailEnvelope(idOp: string): string {
  return envelope('recupererDetailPaiementSecurise', { idOp });
}

/** Asks whether the service knows a client. */
export function clientEnvelope(numCli: string): string {
  return envelope('recupererDetailClient', { numCli });
}

/** SOAP 1.1; the operation is in the namespace of the service, `arg0` and what it holds in none. */
function envelope(operation: Operation, arg0: Readonly<Record<string, string>>): string {
  return writeXml({
    'soapenv:Envelope': {
      '@xmlns:soapenv': SOAP_NAMESPACE,
      '@xmlns:pai': SERVICE_NAMESPACE,
      'soapenv:Body': { [`pai:${operation}`]: { arg0 } },
    },
  });
}
