import { dialled } from '../words/phone';

/** A number that one calls by touching it, never cut at the end of a line. */
export function PhoneLink({ phone }: { readonly phone: string }) {
  return <a href={dialled(phone)}>{phone.replaceAll(' ', '\u00a0')}</a>;
}
