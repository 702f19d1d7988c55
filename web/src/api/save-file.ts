import { fetchInSession } from '../session/fetch-in-session';
import { answered } from './client';
import { Unreachable } from './problem';

/** Downloads a file of the service in the name of who is signed in, under the name that the service gives it. */
export async function saveFile(path: string): Promise<void> {
  const response = await fetchInSession(new Request(path));
  if (!response.ok) {
    const error: unknown = await response.json().catch(() => undefined);
    await answered(Promise.resolve({ error, response }));
  }
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const content = await response.blob().catch(() => {
    // The line was cut in the midst of it.
    throw new Unreachable();
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name ? decodeURIComponent(name) : 'document';
  link.click();
  URL.revokeObjectURL(link.href);
}
