import { useQuery } from '@tanstack/react-query';
import { ForeseenDay } from '../family/foreseen-day';
import { dayOfYear } from '../words/dates';
import { type Absence, forecast } from './queries';

interface ForeseenAbsenceProps {
  readonly familyId: number;
  readonly child: { readonly childId: number; readonly firstName: string };
  readonly from: string;
  readonly to: string;
  readonly kind: Absence['kind'];
  readonly timeZone: string;
}

/** Before the absence of a child is declared: why it cannot be, or what each of its days would cost for that reason. */
export function ForeseenAbsence({ familyId, child, from, to, kind, timeZone }: ForeseenAbsenceProps) {
  const { childId, firstName } = child;
  const { data } = useQuery({
    ...forecast(familyId, { childId, from, to }),
    // While a day is being typed there is nothing to ask.
    enabled: from !== '' && from <= to,
  });
  if (!data) return null;
  if (data.refusal)
    return (
      <p>
        <strong>{firstName} :</strong> {data.refusal.detail}
      </p>
    );
  return (
    <ul className="list">
      {data.kinds
        .find((one) => one.kind === kind)
        ?.days.map((day) => (
          <li key={day.sessionId} className="stack">
            <p>
              {firstName}, {dayOfYear(day.date)}, {day.prestation} :
            </p>
            <ForeseenDay day={day} timeZone={timeZone} />
          </li>
        ))}
    </ul>
  );
}
