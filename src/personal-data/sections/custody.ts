const OF_FOYER = 'FROM custodies WHERE collectivite_id = :collectivite AND family_id = :family';

/** For a column of child ids: the children that the foyer has, or will have. What holds for them now is theirs to know. */
export const CHILD_HAD = `IN (SELECT child_id ${OF_FOYER} AND (to_date IS NULL OR to_date >= :today))`;

/**
 * As a table: the children whose custody by the foyer has ended, and its last day. What came after it is the other
 * foyer's: school, class, menu, PAI, enrolments.
 */
export const CHILDREN_NO_LONGER_HAD = `(SELECT child_id, MAX(to_date) AS ended_on ${OF_FOYER} GROUP BY child_id HAVING COUNT(*) = COUNT(to_date) AND MAX(to_date) < :today)`;
