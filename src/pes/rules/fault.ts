/** Why a file may not leave, in French, with where it is. */
export interface Fault {
  /** Number of the piece (« IdPce »), when it is one. */
  readonly piece?: number;
  /** Line of the file and element, when the schema found it. */
  readonly line?: number;
  readonly element?: string;
  /** A French sentence, typeset. */
  readonly message: string;
}
