import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, letterSignature } from '../../../collectivites/index.js';
import { FindRecipients } from '../../../families/index.js';
import { Temporal } from '../../../kernel/civil-time.js';
import { euros, longDate, NBSP, typeset } from '../../../kernel/french.js';
import { groupedBy } from '../../../kernel/lists.js';
import { sumCents } from '../../../kernel/money.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Configuration } from '../../../platform/config/configuration.js';
import type { MailBlock } from '../../../platform/mail/index.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { lateWords } from '../../rules/late-words.js';
import type { DecidedLine, ValidationRecap } from '../../rules/recap.js';
import { untilWords } from '../../rules/place-hold.js';
import { refusalSentence } from '../../rules/refusal-sentence.js';
import { type BookingFacts, LoadBookingFacts } from '../load-booking-facts.js';

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
    private readonly clock: Clock,
    private readonly configuration: Configuration,
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
      ...awaitingBlocks(recap.lines, facts, { zone: collectivite.timeZone, now: this.clock.now() }),
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
          ...(recap.lines.some(({ heldUntil }) => heldUntil !== undefined)
            ? {
                action: {
                  label: 'Payer mes réservations',
                  url: `${this.configuration.publicUrl}/familles/${familyId}/panier/paiements/${validationId}`,
                },
              }
            : {}),
          signature: letterSignature(collectivite),
          footer:
            'Ce message confirme votre demande sur l’espace famille. Il part d’une adresse qui ne reçoit pas de réponse.',
        },
        key: `basket-validation:${validationId}:${to.address}`.slice(0, 160),
      });
  }
}

function acceptedBlocks(lines: readonly DecidedLine[], facts: BookingFacts): MailBlock[] {
  const accepted = lines.filter(({ reservationId }) => reservationId !== null);
  return dayBlocks(accepted, facts);
}

function dayBlocks(accepted: readonly DecidedLine[], facts: BookingFacts): MailBlock[] {
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

/** What is held to be paid, and until when: the hour of the first that is over. */
function awaitingBlocks(
  lines: readonly DecidedLine[],
  facts: BookingFacts,
  { zone, now }: { readonly zone: string; readonly now: Temporal.Instant },
): MailBlock[] {
  const held = lines.filter((line) => line.heldUntil !== undefined);
  const [first] = held
    .map(({ heldUntil }) => Temporal.Instant.from(heldUntil!))
    .sort((a, b) => Temporal.Instant.compare(a, b));
  if (!first) return [];
  const text = `Les places ci-dessous vous sont gardées, mais ne sont pas encore réservées : payez-les avant la fin du délai, sans quoi elles seront rendues. Vous pouvez payer jusqu’${untilWords(first, now, zone)}.`;
  return [{ kind: 'notice', title: 'À payer pour réserver', text: typeset(text) }, ...dayBlocks(held, facts)];
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
    away: null,
    addOpensAt: line.addOpensAt ? Temporal.Instant.from(line.addOpensAt) : null,
    addClosesAt: Temporal.Instant.from(line.addClosesAt),
    phone: line.phone ?? null,
    rule: line.rule ?? null,
    calledOffReason: line.calledOffReason,
    full: line.full ?? null,
    unknownSupplements: line.unknownSupplements ?? null,
    awaiting: null,
    heldByOther: line.heldByOther ?? false,
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
