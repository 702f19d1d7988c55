import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { Temporal } from '../../kernel/civil-time.js';
import { SmtpMailer, type MailMessage } from './index.js';

const message: MailMessage = {
  to: { name: 'Zoë', address: 'zoe@famille.example' },
  fromName: 'MAIRIE DE VAL-D’ŒUVRE',
  subject: 'Bonjour',
  text: 'Bonjour\n.\n..fin\n',
  html: '<p>Bonjour</p>',
  messageId: '1@val.example',
  date: Temporal.Instant.from('2026-11-26T08:00:00Z'),
};

/** A mail server that answers each command with what the test wants, and keeps what it is told. */
class ScriptedServer {
  readonly commands: string[] = [];
  readonly bodies: string[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor(private readonly answers: Record<string, string> = {}) {
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      this.converse(socket);
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.sockets.forEach((socket) => socket.destroy());
    this.server.close();
  }

  private converse(socket: Socket): void {
    let pending = '';
    let inBody = false;
    const say = (verb: string, otherwise: string): void => {
      const answer = this.answers[verb] ?? otherwise;
      socket.write(`${answer}\r\n`);
    };
    say('CONNECT', '220 ready');
    socket.on('data', (bytes) => {
      pending += bytes.toString('latin1');
      for (let end = next(); end !== -1; end = next()) {
        const part = pending.slice(0, end);
        pending = pending.slice(end + (inBody ? 5 : 2));
        if (inBody) this.bodies.push(part);
        else this.commands.push(part);
        const verb = inBody ? 'BODY' : part.split(/[ :]/)[0]!.toUpperCase();
        inBody = verb === 'DATA' && !this.answers.DATA;
        say(verb, inBody ? '354 go on' : verb === 'EHLO' ? '250-here\r\n250 AUTH PLAIN' : '250 2.0.0 fine');
      }
    });
    const next = (): number => pending.indexOf(inBody ? '\r\n.\r\n' : '\r\n');
  }
}

let server: ScriptedServer;
let mailer: SmtpMailer;

async function start(answers: Record<string, string> = {}, login = ''): Promise<void> {
  server = new ScriptedServer(answers);
  const url = (await server.listen()).replace('//', `//${login}`);
  mailer = new SmtpMailer({ url, fromAddress: 'no-reply@val.example', timeout: 2000 });
}

afterEach(() => {
  mailer.close();
  server.close();
});

describe('mails sent by SMTP', () => {
  it('reach the server with sender and recipient, on one connection', async () => {
    await start();
    await mailer.send(message);
    await mailer.send({ ...message, messageId: '2@val.example' });
    expect(server.commands.filter((command) => /^(MAIL|RCPT)/.test(command)).slice(0, 2)).toEqual([
      'MAIL FROM:<no-reply@val.example>',
      'RCPT TO:<zoe@famille.example>',
    ]);
    expect(server.commands.filter((command) => command.startsWith('EHLO'))).toHaveLength(1);
    const mail = await simpleParser(server.bodies[0]!.replace(/^\.\./gm, '.'));
    expect([mail.from!.text, mail.text]).toEqual(['"MAIRIE DE VAL-D’ŒUVRE" <no-reply@val.example>', message.text]);
  });

  it.each([
    ['an unknown recipient', { RCPT: '550 5.1.1 <zoe@famille.example> unknown' }, true],
    ['a full mailbox', { RCPT: '452 4.2.2 <zoe@famille.example> full' }, false],
    ['greylisting', { RCPT: '451 4.7.1 try later zoe@famille.example' }, false],
    ['a refused content', { BODY: '554 5.7.1 spam to zoe@famille.example' }, true],
    ['a busy server', { BODY: '421 4.3.2 closing' }, false],
    ['a mail too large', { MAIL: '552 5.3.4 too large' }, true],
    ['a forbidden sender', { MAIL: '550 5.7.1 not yours' }, false],
    ['a server that does not want us', { CONNECT: '554 go away' }, false],
    ['words that are not SMTP', { CONNECT: 'HTTP/1.1 400 Bad Request' }, false],
  ])('%s', async (_, answers, permanent) => {
    await start(answers);
    const refusal = mailer.send(message);
    await expect(refusal).rejects.toMatchObject({ name: 'MailRejected', permanent });
    await expect(refusal).rejects.not.toThrow(/zoe|famille/);
    await expect(refusal).rejects.not.toHaveProperty('cause');
  });

  it('names the code of the refusal', async () => {
    await start({ RCPT: '550 5.1.1 <zoe@famille.example> unknown' });
    await expect(mailer.send(message)).rejects.toThrow(/^SMTP EENVELOPE RCPT TO 550 5\.1\.1$/);
  });

  it('a wrong password waits to be put right', async () => {
    await start({ AUTH: '535 5.7.8 bad credentials' }, 'user:wrong@');
    await expect(mailer.send(message)).rejects.toMatchObject({ permanent: false });
  });

  it('an absent or silent server is tried again', async () => {
    await start({ CONNECT: '220-never ends' });
    await expect(mailer.send(message)).rejects.toMatchObject({ permanent: false });
    server.close();
    await expect(mailer.send(message)).rejects.toMatchObject({ permanent: false });
  });
});
