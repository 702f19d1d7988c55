import { type CollectiviteRow, letterSignature } from '../../../collectivites/index.js';
import { typeset } from '../../../kernel/french.js';
import type { MailContent } from '../../../platform/mail/index.js';
import { proposableLabel, proposableValue } from '../../rules/correctable-fields.js';

interface ToldProposal {
  readonly subjectName: string;
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string;
  /** The agent's words, where it is refused. */
  readonly refusalReason: string | null;
}

/** Tells a parent what became of a correction. */
export function decisionMail(
  collectivite: CollectiviteRow,
  recipient: string,
  { subjectName, field, oldValue, newValue, refusalReason }: ToldProposal,
  accepted: boolean,
): MailContent {
  const label = proposableLabel(field);
  return {
    subject: accepted ? 'Votre correction est enregistrée' : 'Votre correction n’a pas été retenue',
    greeting: `Bonjour ${recipient},`,
    paragraphs: [
      {
        kind: 'paragraph',
        text: typeset(
          accepted
            ? 'La mairie a accepté la correction que vous avez proposée dans votre espace famille :'
            : 'La mairie n’a pas retenu la correction que vous avez proposée dans votre espace famille ; ce qu’elle avait enregistré reste inchangé :',
        ),
      },
      {
        kind: 'rows',
        headers: ['', 'Avant', 'Proposé'],
        rows: [
          [
            `${subjectName}, ${label.toLowerCase()}`,
            proposableValue(field, oldValue),
            proposableValue(field, newValue),
          ],
        ],
      },
      ...(refusalReason === null
        ? []
        : [{ kind: 'paragraph' as const, text: typeset(`Sa réponse : « ${refusalReason} »`) }]),
      ...(accepted
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: typeset('Une question ? Écrivez-nous depuis « Mes demandes » ou appelez-nous.'),
            },
          ]),
    ],
    signature: letterSignature(collectivite),
    footer:
      'Vous recevez ce message parce que vous avez proposé une correction. Il est envoyé automatiquement : merci de ne pas y répondre.',
  };
}
