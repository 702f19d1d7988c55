import { Injectable } from '@nestjs/common';
import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { Configuration } from '../../platform/config/configuration.js';
import type { Fault } from '../rules/fault.js';
import { schemaFault } from '../rules/schema-fault.js';
import { type SchemaWindow, SchemaWindows } from '../rules/schema-windows.js';
import type { XmlPart } from '../rules/xml-parts.js';

type LibXml = typeof import('libxml2-wasm');

interface Schema {
  readonly library: LibXml;
  readonly validator: XsdValidator;
}

/** Where the main schema stands in the directory that the DGFiP publishes. */
const PES_ALLER = 'PES_V2/Rev0/PES_Aller.xsd';
/** What validates in some ten milliseconds: the process has other requests to answer. */
const WINDOW = 250_000;
const MOST_FAULTS = 100;

/**
 * Validates what leaves against the official schemas, in this process, where PES_SCHEMA_DIR names their directory. They
 * are the DGFiP's: each installation fetches them, none comes with the service.
 */
@Injectable()
export class CheckSchema {
  #schema: Promise<Schema> | undefined;

  constructor(private readonly configuration: Configuration) {}

  /** False: only the business checks can be made, and those who ask must be told. */
  get available(): boolean {
    return this.configuration.pesSchemaDirectory !== null;
  }

  /**
   * Lets the parts of a file pass and validates them on the way; what is wrong is added to `faults`, the first hundred.
   * Does nothing else where no schema is at hand.
   */
  async *watch(parts: AsyncIterable<XmlPart>, faults: Fault[]): AsyncGenerator<XmlPart> {
    const directory = this.configuration.pesSchemaDirectory;
    if (directory === null) {
      yield* parts;
      return;
    }
    const schema = await this.#loaded(directory);
    const windows = new SchemaWindows(WINDOW);
    for await (const part of parts) {
      for (const window of windows.add(part)) {
        if (faults.length < MOST_FAULTS) faults.push(...faultsOf(window, schema).slice(0, MOST_FAULTS - faults.length));
        await new Promise(setImmediate);
      }
      yield part;
    }
  }

  #loaded(directory: string): Promise<Schema> {
    return (this.#schema ??= loadSchema(directory).catch((error: unknown) => {
      this.#schema = undefined;
      throw error;
    }));
  }
}

function faultsOf({ xml, ...window }: SchemaWindow, { library, validator }: Schema): Fault[] {
  let document: XmlDocument | undefined;
  try {
    document = library.XmlDocument.fromBuffer(Buffer.from(xml, 'latin1'), { option: OPTIONS(library) });
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof library.XmlLibError)) throw error;
    return (error.details ?? [{ message: error.message }]).map((detail) => schemaFault(detail, window));
  } finally {
    document?.dispose();
  }
}

/** Fetches nothing from anywhere; lines beyond 65 535 are told exactly; an attachment may be longer than 10 MB. */
const OPTIONS = ({ ParseOption }: LibXml): number =>
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_BIG_LINES |
  ParseOption.XML_PARSE_HUGE;

async function loadSchema(named: string): Promise<Schema> {
  const directory = await realpath(named);
  const library = await import('libxml2-wasm');
  const { fsInputProviders } = await import('libxml2-wasm/lib/nodejs.mjs');
  // The schemas include each other by relative names: only files of their directory are opened.
  library.xmlRegisterInputProvider({
    ...fsInputProviders,
    match: (name) => join(name).startsWith(directory + sep) && fsInputProviders.match(name),
  });
  const path = join(directory, PES_ALLER);
  const document = library.XmlDocument.fromBuffer(await readFile(path), {
    url: path,
    option: library.ParseOption.XML_PARSE_NONET,
  });
  try {
    return { library, validator: library.XsdValidator.fromDoc(document) };
  } finally {
    document.dispose();
  }
}
