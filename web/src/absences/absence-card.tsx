import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { said } from '../api/problem';
import { saveFile } from '../api/save-file';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { Sent } from '../design/sent';
import { ABSENCE_KINDS } from '../words/absence-kinds';
import { dayOfYear, moment } from '../words/dates';
import { daysInWords, mayWithdraw, STATES, takesProof } from './absence-words';
import type { Absence } from './queries';
import { SendProof } from './send-proof';

interface AbsenceCardProps {
  readonly absence: Absence;
  readonly familyId: number;
  readonly timeZone: string;
}

export function AbsenceCard({ absence, familyId, timeZone }: AbsenceCardProps) {
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/families/{familyId}/absences/{absenceId}/withdrawals', {
          params: { path: { familyId, absenceId: absence.id } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['family', familyId] }),
  });
  const when = daysInWords(absence);
  return (
    <li className="card stack">
      <h3>
        {absence.childName}, {when}
      </h3>
      <p>
        <Sent
          state={STATES[absence.state]}
          sentAt={absence.state === 'COLLECTIVE' ? null : absence.declaredAt}
          timeZone={timeZone}
        />
        <br />
        <span className="soft">
          {[ABSENCE_KINDS[absence.kind], absence.prestation, absence.note].filter(Boolean).join(' · ')}
        </span>
      </p>
      {absence.state === 'WITHDRAWN' ? null : (
        <ul>
          {absence.days.map(({ date, sessionId, prestation, sentence }) => (
            <li key={sessionId}>
              {dayOfYear(date)}, {prestation} : {sentence}
            </li>
          ))}
        </ul>
      )}
      <Proofs absence={absence} familyId={familyId} timeZone={timeZone} />
      {takesProof(absence) ? <SendProof absenceId={absence.id} familyId={familyId} /> : null}
      {withdraw.error ? <Notice tone="bad" title={said(withdraw.error)} /> : null}
      {mayWithdraw(absence) ? (
        <p>
          <Button
            kind="quiet"
            label={`Retirer la déclaration : ${absence.childName}, ${when}`}
            pending={withdraw.isPending}
            onPress={() => withdraw.mutate()}
          >
            Retirer la déclaration
          </Button>
        </p>
      ) : null}
    </li>
  );
}

function Proofs({ absence, familyId, timeZone }: AbsenceCardProps) {
  const save = useMutation({
    mutationFn: (id: number) => saveFile(`/api/v1/families/${familyId}/absences/${absence.id}/proofs/${id}/content`),
  });
  if (absence.proofs.length === 0) return null;
  return (
    <ul aria-label="Justificatifs">
      {absence.proofs.map(({ id, receivedAt, paper, fileName, fileErasedAt, refusedReason }) => (
        <li key={id}>
          {paper ? 'Papier remis à la mairie' : (fileName ?? 'Fichier effacé')}, reçu le {moment(receivedAt, timeZone)}
          {fileErasedAt ? ` (effacé le ${moment(fileErasedAt, timeZone)}, comme la loi le demande)` : null}
          {refusedReason ? <strong> Non accepté : {refusedReason}</strong> : null}
          {fileName ? (
            <p>
              <Button
                kind="quiet"
                label={`Télécharger ${fileName}`}
                pending={save.isPending && save.variables === id}
                onPress={() => save.mutate(id)}
              >
                Télécharger
              </Button>
            </p>
          ) : null}
        </li>
      ))}
      {save.error ? <li role="alert">{said(save.error)}</li> : null}
    </ul>
  );
}
