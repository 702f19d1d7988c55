/** A file that came is not what was expected; the message is a French sentence for who sent it. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refusal';
  }
}
