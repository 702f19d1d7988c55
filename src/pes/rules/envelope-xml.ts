import type { Temporal } from '../../kernel/civil-time.js';
import type { Sender } from './flow.js';
import { pesText } from './pes-text.js';
import type { Triplet } from './triplets.js';
import { element, pesDate, xmlOf } from './xml-node.js';

/** A file: who sends it, its name and its day. */
export interface FileHead {
  readonly sender: Sender;
  readonly kind: Triplet['file'];
  readonly name: string;
  readonly writtenOn: Temporal.PlainDate;
}

/** « Enveloppe » and « EnTetePES ». */
export function headXml({ sender, kind, name, writtenOn }: FileHead): string {
  return xmlOf({
    Enveloppe: element({
      Parametres: element({ Version: '2', TypFic: kind, NomFic: name }),
      Emetteur: element({
        Sigle: pesText(sender.software, 32),
        Adresse: pesText(`${sender.software} ${sender.version}`, 38),
      }),
    }),
    EnTetePES: element({
      DteStr: pesDate(writtenOn),
      IdPost: sender.codique,
      IdColl: sender.siret,
      CodCol: sender.code,
      CodBud: sender.budget,
      LibelleColBud: pesText(sender.budgetLabel, 38),
    }),
  });
}
