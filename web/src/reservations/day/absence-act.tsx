import { useState } from 'react';
import { answered, api, type Schemas } from '../../api/client';
import { Notice } from '../../design/notice';
import { SelectField } from '../../design/select-field';
import { ActButton } from './act-button';
import styles from './day.module.css';
import type { Reservation } from '../queries';
import { useAct } from './use-act';

type Kind = Schemas['NewAbsencesDto']['kind'];

const KINDS: Readonly<Record<Kind, string>> = {
  ILLNESS: 'Maladie',
  ACCIDENT: 'Accident',
  HOSPITAL: 'Hospitalisation',
  BEREAVEMENT: 'Deuil',
  STRIKE: 'Grève',
  SCHOOL_TRIP: 'Sortie scolaire',
  ALERT: 'Alerte (météo, sécurité…)',
  OTHER: 'Autre raison',
};

interface AbsenceActProps {
  readonly familyId: number;
  readonly reservation: Reservation;
}

/** « Absent ce jour-là »: told to the mairie; the règlement says what is owed, and the answer repeats it. */
export function AbsenceAct({ familyId, reservation: { childId, prestationId, sessionId, date } }: AbsenceActProps) {
  const [kind, setKind] = useState<Kind>('ILLNESS');
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
  return (
    <details className={styles.more}>
      <summary>Absent ce jour-là</summary>
      <SelectField
        label="Pourquoi (sans aucun détail médical)"
        name="absence"
        value={kind}
        onChange={setKind}
        choices={KINDS}
      />
      <ActButton label="Déclarer l’absence" act={declare} />
    </details>
  );
}
