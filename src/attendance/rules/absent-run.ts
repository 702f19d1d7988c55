/** A booked day of an absence, in the order of dates. */
export interface DayOfAbsence {
  /** The child came all the same. */
  readonly came: boolean;
}

/**
 * The days of an absence that follow each other: a day on which the child came ends the row of days, and the next
 * begins another. Booked days only, so week-ends, Wednesdays without service and holidays do not break a row.
 */
export function absentRuns<Day extends DayOfAbsence>(days: readonly Day[]): Day[][] {
  const runs: Day[][] = [[]];
  for (const day of days) {
    if (day.came) runs.push([]);
    else runs.at(-1)!.push(day);
  }
  return runs.filter((run) => run.length > 0);
}
