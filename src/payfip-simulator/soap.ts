import { XMLBuilder, XMLParser } from 'fast-xml-parser';

const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
const SERVICE =
  'http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/contrat_paiement_securise/PaiementSecuriseService';

export interface Call {
  readonly operation: string;
  readonly arg0: Readonly<Record<string, string>>;
}

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  ignoreDeclaration: true,
  parseTagValue: false,
  htmlEntities: true,
});
const BUILDER = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true });

/**
 * Reads a call as strictly as the real service: SOAP 1.1, the operation in the namespace of the service, `arg0` and its
 * children in none. Null when it is anything else.
 */
export function readCall(text: string): Call | null {
  let read: Tree;
  try {
    read = PARSER.parse(text, true) as Tree;
  } catch {
    return null;
  }
  const envelope = only(read, 'Envelope', ENVELOPE, {});
  const body = envelope && only(envelope.tree, 'Body', ENVELOPE, envelope.names);
  const call = body && only(body.tree, null, SERVICE, body.names);
  const arg0 = call?.tree['arg0'];
  if (!call || typeof arg0 !== 'object') return null;
  const fields = Object.entries(arg0).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { operation: call.name, arg0: Object.fromEntries(fields) };
}

export function answerEnvelope(operation: string, result: Readonly<Record<string, string>>): string {
  return envelope({
    [`ns2:${operation}Response`]: {
      '@xmlns:ns2': SERVICE,
      '@xmlns:ns3': 'http://securite.service.tpa.cp.finances.gouv.fr/reponse',
      '@xmlns:ns4': 'http://securite.service.tpa.cp.finances.gouv.fr/requete',
      return: result,
    },
  });
}

export type FaultKind =
  'FonctionnelleErreur' | 'TechDysfonctionnementErreur' | 'TechIndisponibiliteErreur' | 'TechProtocolaireErreur';

export function faultEnvelope(kind: FaultKind, code: string, libelle: string): string {
  return envelope({
    'soap:Fault': {
      faultcode: 'soap:Server',
      faultstring: `fr.gouv.finances.cp.tpa.webservice.exceptions.${kind}`,
      detail: {
        [`ns1:${kind}`]: { '@xmlns:ns1': SERVICE, code, descriptif: '', libelle, severite: '2' },
      },
    },
  });
}

function envelope(body: object): string {
  return BUILDER.build({ 'soap:Envelope': { '@xmlns:soap': ENVELOPE, 'soap:Body': body } });
}

interface Tree {
  readonly [name: string]: Tree | string;
}

interface Element {
  readonly name: string;
  readonly tree: Tree;
  /** Namespaces by prefix. */
  readonly names: Readonly<Record<string, string>>;
}

/** The one child element in that namespace, of that local name when one is given. */
function only(
  parent: Tree,
  name: string | null,
  namespace: string,
  names: Readonly<Record<string, string>>,
): Element | null {
  for (const [qualified, tree] of Object.entries(parent)) {
    if (qualified.startsWith('@') || typeof tree !== 'object') continue;
    const [local = '', prefix = ''] = qualified.split(':').reverse();
    const inner = { ...names, ...namespacesOf(tree) };
    if (inner[prefix] === namespace && (name === null || name === local)) return { name: local, tree, names: inner };
  }
  return null;
}

function namespacesOf(tree: Tree): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, value]) => {
      const [, prefix] = /^@xmlns(?::(.+))?$/.exec(name) ? [null, name.slice('@xmlns:'.length)] : [];
      return prefix === undefined || typeof value !== 'string' ? [] : [[prefix, value]];
    }),
  );
}
