/** Rows of one kind that are held about a guardian and their foyer. */
export interface Section {
  /** Its name in the copy. */
  readonly name: string;
  /** The tables that it tells of, for the test that finds tables forgotten. */
  readonly tables: readonly string[];
  /** Columns, as SQL; ids are left out where they say nothing outside of this service. */
  readonly columns: string;
  /** Here as in `where`, `:family`, `:account` and `:collectivite` stand for the guardian's, `:today` for the day there. */
  readonly from: string;
  readonly where: string;
  /** The id by which it is read on, a thousand rows at a time. */
  readonly key: string;
  /** Columns kept as 0 or 1, and as JSON. */
  readonly flags?: readonly string[];
  readonly json?: readonly string[];
}
