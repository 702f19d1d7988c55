import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, letterSignature } from '../../collectivites/index.js';
import { FindRecipients } from '../../families/index.js';
import { Temporal } from '../../kernel/civil-time.js';
import { euros, longDate, NBSP, typeset } from '../../kernel/french.js';
import { groupedBy } from '../../kernel/lists.js';
import { sumCents } from '../../kernel/money.js';
import type { MailBlock } from '../../platform/mail/index.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import { lateWords } from '../rules/late-words.js';
import type { DecidedLine, ValidationRecap } from '../rules/recap.js';
import { refusalSentence } from '../rules/refusal-sentence.js';
import { type BookingFacts, LoadBookingFacts } from './load-booking-facts.js';

interface ValidationToMail {
  readonly collectivite: CollectiviteRow;
  readonly familyId: number;
  readonly accountId: number;
  readonly validationId: number;
  readonly recap: ValidationRecap;
}

/** The proof of what was saved: each date by child and prestation, and each refusal with its reason. */
@Injectable()
export class MailValidation {
  constructor(
    private readonly mails: MailQueue,
    private readonly findRecipients: FindRecipients,
    private readonly loadFacts: LoadBookingFacts,
  ) {}

  /** Queues the mails in the current unit. */
  async run({ collectivite, familyId, accountId, validationId, recap }: ValidationToMail): Promise<void> {
    const facts = await this.loadFacts.run(
      { collectiviteId: collectivite.id, familyId },
      recap.lines.map(({ childId }) => childId),
    );
    const paragraphs = [
      { kind: 'paragraph' as const, text: recap.sentence },
      ...acceptedBlocks(recap.lines, facts),
      ...refusedBlocks(recap.lines, facts, collectivite.timeZone),
    ];
    for (const { to, greeting } of await this.findRecipients.ofAct(collectivite.id, familyId, accountId))
      await this.mails.send({
        collectiviteId: collectivite.id,
        to,
        fromName: collectivite.name,
        content: {
          subject: typeset(`Vos réservations n° ${validationId}`),
          greeting,
          paragraphs,
          signature: letterSignature(collectivite),
          footer:
            'Ce message confirme votre demande sur l’espace famille. Il part d’une adresse qui ne reçoit pas de réponse.',
        },
        key: `basket-validation:${validationId}:${to.address}`.slice(0, 160),
      });
  }
}

function acceptedBlocks(lines: readonly DecidedLine[], facts: BookingFacts): MailBlock[] {
  const accepted = lines.filter(({ code }) => code === null);
  return [...groupedBy(accepted, rowOf).values()].map((group) => {
    const sorted = [...group].sort((a, b) => a.date.localeCompare(b.date));
    const forfaits = [...new Set(sorted.flatMap(({ forfait }) => forfait ?? []))];
    const cents = sumCents(sorted.map(({ unitCents }) => unitCents ?? 0));
    const least = sorted.some(({ stay }) => stay !== undefined) ? `à partir de${NBSP}` : '';
    const total = [...(cents > 0 || forfaits.length === 0 ? [`${least}${euros(cents)}`] : []), ...forfaits].join(', ');
    return {
      kind: 'rows' as const,
      caption: `${nameOf(group[0]!, facts)} (${sorted.length}${NBSP}×, ${total})`,
      headers: ['Jour', 'Prix'],
      rows: sorted.map(({ date, supplements, unitCents, forfait, stay, late = null }) => [
        [longDate(Temporal.PlainDate.from(date)), ...(supplements ?? []), lateWords(late) ?? []].flat().join(', '),
        forfait && unitCents === 0 ? 'compris dans le forfait' : (stay ?? euros(unitCents ?? 0)),
      ]),
    };
  });
}

function refusedBlocks(lines: readonly DecidedLine[], facts: BookingFacts, zone: string): MailBlock[] {
  const refused = lines.flatMap((line) => (line.code === null ? [] : [{ ...line, code: line.code }]));
  if (refused.length === 0) return [];
  const items = refused.map((line) => `${nameOf(line, facts)}${NBSP}: ${refusedDetail(line, zone)}`);
  return [
    { kind: 'paragraph', text: typeset('Ces jours n’ont pas pu être réservés ; ils restent dans votre panier :') },
    { kind: 'list', items },
  ];
}

/** The refusal of a line, in French. */
export function refusedDetail(line: DecidedLine & { code: NonNullable<DecidedLine['code']> }, zone: string): string {
  return refusalSentence(line.code, {
    date: Temporal.PlainDate.from(line.date),
    addOpensAt: line.addOpensAt ? Temporal.Instant.from(line.addOpensAt) : null,
    addClosesAt: Temporal.Instant.from(line.addClosesAt),
    phone: line.phone ?? null,
    rule: line.rule ?? null,
    calledOffReason: line.calledOffReason,
    full: line.full ?? null,
    unknownSupplements: line.unknownSupplements ?? null,
    zone,
  });
}

function rowOf({ childId, prestationId }: DecidedLine): string {
  return `${childId}:${prestationId}`;
}

/** « Léa – Cantine ». */
function nameOf({ childId, prestationId }: DecidedLine, facts: BookingFacts): string {
  return `${facts.child(childId).firstName} – ${facts.prestation(prestationId).name}`;
}
