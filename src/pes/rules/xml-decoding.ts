import { TextDecoder } from 'node:util';
import { Refusal } from './refusal.js';

type Stream = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What the Trésorerie and the tools between declare; each decoded strictly. */
const ENCODINGS = new Map([
  ['UTF-8', 'utf-8'],
  ['ISO-8859-1', 'windows-1252'],
  ['ISO-8859-15', 'iso-8859-15'],
  ['WINDOWS-1252', 'windows-1252'],
  ['US-ASCII', 'utf-8'],
]);

/** As much as is read to find the declaration. */
const HEAD = 200;
const MORSEL = 65_536;

/**
 * The text of an XML file, in the encoding that it declares (UTF-8 without any). Throws Refusal on another encoding, on
 * bytes that are none of it, and beyond `mostBytes`.
 */
export async function* decodedXml(chunks: Stream, mostBytes: number): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let head = Buffer.alloc(0);
  let read = 0;
  const decode = (bytes: Uint8Array | undefined): string => {
    try {
      return bytes ? decoder!.decode(bytes, { stream: true }) : decoder!.decode();
    } catch {
      throw new Refusal('Le fichier contient des octets qui ne sont pas du codage qu’il annonce. Redemandez-le.');
    }
  };
  for await (const chunk of morsels(chunks)) {
    read += chunk.length;
    if (read > mostBytes)
      throw new Refusal(
        `Le fichier dépasse ${Math.floor(mostBytes / 1_000_000)} Mo. Demandez-le en plusieurs parties.`,
      );
    if (decoder) {
      yield decode(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < HEAD) continue;
    decoder = decoderFor(head);
    yield decode(head);
  }
  if (!decoder) {
    decoder = decoderFor(head);
    yield decode(head);
  }
  yield decode(undefined);
}

/** What comes in one piece is read in small ones all the same: what is read of it is dropped on the way. */
async function* morsels(chunks: Stream): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += MORSEL) yield chunk.subarray(start, start + MORSEL);
  }
}

function decoderFor(head: Buffer): TextDecoder {
  const start = head.subarray(0, HEAD).toString('latin1');
  if (/^(\xff\xfe|\xfe\xff)|\0/.test(start))
    throw new Refusal('Le fichier est en UTF-16. Redemandez-le tel que la Trésorerie l’envoie.');
  const [, declared = 'UTF-8'] = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding=["']([^"']*)["']/.exec(start) ?? [];
  const encoding = ENCODINGS.get(declared.toUpperCase());
  if (!encoding)
    throw new Refusal(
      `Le codage « ${declared.slice(0, 40)} » n’est pas connu. Redemandez le fichier tel que la Trésorerie l’envoie.`,
    );
  return new TextDecoder(encoding, { fatal: true });
}
