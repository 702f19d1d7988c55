import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Attachment } from './flow.js';
import { pesText } from './pes-text.js';
import { element, type XmlNode } from './xml-node.js';

const compress = promisify(gzip);

/** « PJ »: the document compressed, then in base64 (Class_PJ.xsd). */
export async function attachmentXml({ id, name, type, mimeType, description, content }: Attachment): Promise<XmlNode> {
  return {
    PJ: element({
      Contenu: { Fichier: { '@MIMEType': mimeType, '#text': (await compress(content)).toString('base64') } },
      IdUnique: id,
      NomPJ: name,
      TypePJ: type,
      Description: pesText(description, 250),
    }),
  };
}
