import { Link } from '@tanstack/react-router';

interface CorrectProps {
  readonly familyId: number;
  /** `family:12`, `guardian:31`, `child:7`. */
  readonly subject: string;
  /** Of whom, for who hears the link alone. */
  readonly label: string;
}

export function Correct({ familyId, subject, label }: CorrectProps) {
  return (
    <p>
      <Link to="/familles/$familyId/foyer/corrections/$subject" params={{ familyId: String(familyId), subject }}>
        Demander une correction<span className="for-ears"> pour {label}</span>
      </Link>
    </p>
  );
}
