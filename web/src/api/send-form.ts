import { tokenToSend } from '../session/fetch-in-session';
import { answered } from './client';
import { Unreachable } from './problem';

interface Sending {
  readonly path: string;
  readonly form: FormData;
  /** The same when the same form is tried again: the service does it once. */
  readonly key: string;
  /** How much has left, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Sends a form with its files, and tells how much has left, which `fetch` cannot. Throws Refused and Unreachable. */
export async function sendForm<Data>(sending: Sending): Promise<Data> {
  const token = await tokenToSend();
  const first = await send(sending, token);
  const response = first.status === 401 && token ? await send(sending, await tokenToSend(token)) : first;
  const body: unknown = await response.json().catch(() => undefined);
  return answered(Promise.resolve(response.ok ? { data: body as Data, response } : { error: body, response }));
}

function send({ path, form, key, onProgress }: Sending, token: string | null): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('idempotency-key', key);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Unreachable());
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
    request.send(form);
  });
}
