// A question before signing, sending outside, closing and deleting; everything else is undone
// instead. The dialogue itself is loaded with the first question (Questions.tsx).
import { type ReactNode, useSyncExternalStore } from "react";

export interface Question {
  title: string;
  /** What will happen, in one sentence. */
  says: ReactNode;
  /** The verb of the act: "签署", never "OK". */
  verb: string;
  danger?: boolean;
}

export interface Asked extends Question {
  answer: (yes: boolean) => void;
}

let asked: Asked | null = null;
const listeners = new Set<() => void>();

function put(next: Asked | null): void {
  asked = next;
  for (const tell of listeners) tell();
}

/** True when the person says the verb, false when they step back. */
export function confirm(question: Question): Promise<boolean> {
  asked?.answer(false);
  return new Promise((resolve) => {
    put({
      ...question,
      answer: (yes) => {
        put(null);
        resolve(yes);
      },
    });
  });
}

export function useAsked(): Asked | null {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => asked,
    () => asked,
  );
}
