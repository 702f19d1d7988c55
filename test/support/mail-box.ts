import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';

/** The mails that the service wrote, parsed back as a mail program would. */
export class MailBox {
  constructor(private readonly directory: string) {}

  async all(): Promise<ParsedMail[]> {
    const names = (await readdir(this.directory).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
    return Promise.all(names.map(async (name) => simpleParser(await readFile(join(this.directory, name)))));
  }

  /** The mails to an address, oldest first. */
  async to(address: string): Promise<ParsedMail[]> {
    return (await this.all()).filter(({ to }) => [to].flat().some((one) => one?.text.includes(address)));
  }
}
