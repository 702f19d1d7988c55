import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { forecast } from '../../absences/queries';
import { answered, api, type Schemas } from '../../api/client';
import { Notice } from '../../design/notice';
import { SelectField } from '../../design/forms/select-field';
import { ForeseenDay } from '../../family/foreseen-day';
import { ABSENCE_KINDS } from '../../words/absence-kinds';
import { ActButton } from './act-button';
import styles from './day.module.css';
import type { Reservation } from '../queries';
import { useAct } from './use-act';

type Kind = Schemas['NewAbsencesDto']['kind'];

interface AbsenceActProps {
  readonly familyId: number;
  readonly reservation: Reservation;
  readonly timeZone: string;
}

/** « Absent ce jour-là », where it may be told now; what each reason would cost is said before. */
export function AbsenceAct({ familyId, reservation, timeZone }: AbsenceActProps) {
  const { childId, prestationId, sessionId, date } = reservation;
  const [kind, setKind] = useState<Kind>('ILLNESS');
  const { data } = useQuery(forecast(familyId, { childId, prestationId, from: date, to: date }));
  const declare = useAct(familyId, (key) =>
    answered(
      api.POST('/api/v1/families/{familyId}/absences', {
        params: { path: { familyId }, header: { 'Idempotency-Key': key } },
        body: { childIds: [childId], prestationId, from: date, to: date, kind },
      }),
    ),
  );
  const told = declare.data?.flatMap(({ days }) => days).find((day) => day.sessionId === sessionId);
  if (declare.isSuccess)
    return (
      <Notice tone="good" title="L’absence est déclarée.">
        {told ? <p>{told.sentence}</p> : null}
      </Notice>
    );
  if (data?.refusal?.code === 'ABSENCE_ALREADY_DECLARED') return <Declared familyId={familyId} />;
  if (!data || data.refusal) return null;
  const foreseen = data.kinds.find((one) => one.kind === kind)?.days.find((day) => day.sessionId === sessionId);
  return (
    <details className={styles.more}>
      <summary>Absent ce jour-là</summary>
      <SelectField
        label="Pourquoi (sans aucun détail médical)"
        name="absence"
        value={kind}
        onChange={setKind}
        choices={ABSENCE_KINDS}
      />
      <div role="status">{foreseen ? <ForeseenDay day={foreseen} timeZone={timeZone} /> : null}</div>
      <ActButton label="Déclarer l’absence" act={declare} />
    </details>
  );
}

function Declared({ familyId }: { readonly familyId: number }) {
  return (
    <p>
      <span aria-hidden="true">✓ </span>Une absence est déjà déclarée pour ce jour :{' '}
      <Link to="/familles/$familyId/absences" params={{ familyId: String(familyId) }}>
        la voir, la prouver ou la retirer
      </Link>
      .
    </p>
  );
}
