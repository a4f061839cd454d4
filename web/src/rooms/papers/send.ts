// A form with a file on its way to the server, with a count of what has arrived there. fetch tells
// nothing of that, so this is the one place that asks the older way.
import i18next from "i18next";
import { problemFrom, problemOf } from "../../problem";

/** The same that the server lets in; told before 50 MB have travelled. */
export const largest = 50 * 1024 * 1024;
/** What the choosers of browsers and phones offer; the server looks at the file itself. */
export const accepted = "image/jpeg,image/png,image/webp,image/gif,application/pdf,audio/*,.amr,.m4a";

export type Fields = Record<string, string | null | undefined>;

export interface Sending<T> {
  answer: Promise<T>;
  cancel: () => void;
}

/** Rejects with a Problem; after `cancel` with Cancelled. */
export function sendFile<T>(
  path: string,
  fields: Fields,
  file: File,
  { key, progress }: { key: string; progress?: (share: number) => void },
): Sending<T> {
  const request = new XMLHttpRequest();
  const answer = new Promise<T>((done, fail) => {
    const lost = () => fail(problemOf(new TypeError("network")));
    request.open("POST", `/api${path}`);
    request.setRequestHeader("Accept-Language", i18next.language || "zh-CN");
    request.setRequestHeader("Idempotency-Key", key);
    request.upload.onprogress = ({ loaded, total }) => progress?.(total > 0 ? loaded / total : 0);
    request.onerror = lost;
    request.ontimeout = lost;
    request.onabort = () => fail(new Cancelled());
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return done(JSON.parse(request.responseText) as T);
      const type = request.getResponseHeader("Content-Type") ?? "text/plain";
      const refused = new Response(request.responseText, { status: request.status, headers: { "Content-Type": type } });
      problemFrom(refused).then(fail, lost);
    };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
    form.append("file", file, file.name);
    request.send(form);
  });
  return { answer, cancel: () => request.abort() };
}

export class Cancelled extends Error {}
