import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { faultsOfRequest } from '../payfip/index.js';
import type { ArmedFault, Faults } from './faults.js';
import { type Fields, type Operation, type Operations, parisTime } from './operations.js';
import { answerEnvelope, type Call, faultEnvelope, type FaultKind, readCall } from './soap.js';

/** What the codes mean, in the words of the simulator. */
const LABELS: Readonly<Record<string, string>> = {
  S1: 'Mode de saisie incorrect',
  T1: 'Numéro de client incorrect',
  T2: 'Numéro de client inconnu',
  T4: 'Client sans accès sécurisé',
  R3: 'Référence de dette incorrecte',
  M1: 'Montant incorrect',
  M3: 'Montant inférieur à 1 euro',
  M5: 'Montant supérieur au plafond',
  A1: 'Adresse électronique absente',
  A2: 'Adresse électronique incorrecte',
  N1: 'URL de notification incorrecte',
  D1: 'URL de redirection incorrecte',
  P1: 'Identifiant d’opération incorrect',
  P3: 'Identifiant d’opération déjà utilisé',
  P4: 'Identifiant d’opération de plus de 15 minutes',
  P5: 'Résultat de la transaction non connu',
};

const TECHNICAL: Readonly<Record<string, readonly [FaultKind, string]>> = {
  TECHNICAL: ['TechDysfonctionnementErreur', 'Dysfonctionnement'],
  UNAVAILABLE: ['TechIndisponibiliteErreur', 'Service indisponible'],
  PROTOCOL: ['TechProtocolaireErreur', 'Protocole non respecté'],
};

/** The client that no contract was made with. */
const UNKNOWN_CLIENT = '000000';

/** Either the fields of an answer, or the code of a fault. */
type Outcome = Readonly<Record<string, string>> | string;

/** The three operations of the web service. */
export function serveService(server: FastifyInstance, operations: Operations, faults: Faults): void {
  server.post('/tpa/services/securite', async (request, reply) => {
    const call = readCall(String(request.body));
    if (!call) return answerFault(reply, 'TechProtocolaireErreur', '999', 'Enveloppe non conforme');
    switch (call.operation) {
      case 'creerPaiementSecurise':
        return answer(request, reply, call, faults.strike('create'), (fault) => create(call.arg0, fault));
      case 'recupererDetailPaiementSecurise':
        return answer(request, reply, call, faults.strike('detail'), (fault) => detail(call.arg0['idOp'] ?? '', fault));
      case 'recupererDetailClient':
        return answer(request, reply, call, faults.strike('client'), () => client(call.arg0['numCli'] ?? ''));
      default:
        return answerFault(reply, 'TechProtocolaireErreur', '999', 'Opération inconnue');
    }
  });

  function create(arg0: Call['arg0'], fault: ArmedFault | null): Outcome {
    const [code] = faultsOfRequest(arg0);
    if (code) return code;
    if (arg0['numcli'] === UNKNOWN_CLIENT) return 'T2';
    const repeated = fault?.fault === 'REPEATED' ? operations.last() : null;
    return { idOp: (repeated ?? operations.open({ objet: '', ...arg0 } as Fields)).idOp };
  }

  function detail(idOp: string, fault: ArmedFault | null): Outcome {
    const operation = operations.find(idOp);
    if (!operation || fault?.fault === 'PURGED') return 'P1';
    if (!operation.decided || fault?.fault === 'NOT_KNOWN_YET') return 'P5';
    return { ...detailOf(operation, operation.decided), ...(fault ? distorted(operation.fields, fault) : {}) };
  }

  function client(numCli: string): Outcome {
    if (!/^\d{6}$/.test(numCli)) return 'T1';
    return numCli === UNKNOWN_CLIENT
      ? 'T2'
      : { libelleN1: 'COMMUNE SIMULEE', libelleN2: 'REGIE PERISCOLAIRE', numcli: numCli };
  }
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { operation }: Call,
  fault: ArmedFault | null,
  outcomeOf: (fault: ArmedFault | null) => Outcome,
): Promise<FastifyReply> {
  if (fault?.fault === 'DROPPED') return hangUp(request, reply);
  // Nobody will ever answer; the caller gives up first.
  if (fault?.fault === 'TIMEOUT') return reply.hijack();
  if (fault?.fault === 'UNREADABLE') {
    return reply
      .status(503)
      .type('text/html')
      .send('<html><body><h1>Service momentanément indisponible</h1></body></html>');
  }
  const technical = fault ? TECHNICAL[fault.fault] : undefined;
  if (technical) return answerFault(reply, technical[0], '999', technical[1]);
  const outcome = fault?.fault === 'CODE' ? (fault.code ?? 'T2') : outcomeOf(fault);
  if (fault?.fault === 'DROPPED_AFTER') return hangUp(request, reply);
  if (typeof outcome === 'string')
    return answerFault(reply, 'FonctionnelleErreur', outcome, LABELS[outcome] ?? 'Erreur');
  return reply.type('text/xml; charset=utf-8').send(answerEnvelope(operation, outcome));
}

function answerFault(reply: FastifyReply, kind: FaultKind, code: string, label: string): FastifyReply {
  return reply
    .status(500)
    .type('text/xml; charset=utf-8')
    .send(faultEnvelope(kind, code, label));
}

function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.raw.socket.destroy();
  return reply.hijack();
}

/** The order is that of the contract: alphabetical. */
function detailOf({ idOp, fields }: Operation, decided: NonNullable<Operation['decided']>): Record<string, string> {
  const { exer, mel, montant, numcli, objet, refdet, saisie } = fields;
  const { dattrans, heurtrans } = parisTime(decided.at);
  return {
    dattrans,
    exer,
    heurtrans,
    idOp,
    mel,
    montant,
    ...(decided.numauto === null ? {} : { numauto: decided.numauto }),
    numcli,
    ...(objet === '' ? {} : { objet }),
    refdet,
    resultrans: decided.result,
    saisie,
  };
}

function distorted(fields: Fields, { fault }: ArmedFault): Record<string, string> {
  if (fault === 'WRONG_AMOUNT') return { montant: String(Number(fields.montant) - 100) };
  if (fault === 'WRONG_REFERENCE') return { refdet: `X${fields.refdet.slice(1)}` };
  if (fault === 'WRONG_CLIENT') return { numcli: fields.numcli === '999999' ? '999998' : '999999' };
  if (fault === 'WRONG_YEAR') return { exer: String(Number(fields.exer) - 1) };
  if (fault === 'WRONG_MODE') return { saisie: fields.saisie === 'T' ? 'W' : 'T' };
  return fault === 'UNKNOWN_RESULT' ? { resultrans: 'Q' } : {};
}
