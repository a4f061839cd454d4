// Files on their way, one after the other: each with how much of it has arrived, and what went
// wrong. Nothing that failed is forgotten before somebody takes it away.
import { useCallback, useEffect, useRef, useState } from "react";
import { newKey } from "../../api";
import { type Problem, problemOf } from "../../problem";
import { Cancelled, type Fields, largest, type Sending, sendFile } from "./send";

export type State = "ready" | "sending" | "done" | "failed";

export interface Item {
  id: string;
  file: File;
  state: State;
  /** 0 to 1. */
  share: number;
  problem: Problem | null;
}

export interface Queue {
  items: Item[];
  add: (files: File[]) => void;
  remove: (id: string) => void;
  /** Sends what is ready, and what failed before; true when everything has arrived. */
  send: (path: string, fields: (file: File) => Fields) => Promise<boolean>;
  cancel: () => void;
  busy: boolean;
  /** A voice note is being spoken: it is no item yet. */
  recording: boolean;
  record: (on: boolean) => void;
  /** As it is at this moment, for what asks later than it was drawn. */
  latest: () => Latest;
}

export interface Latest {
  items: Item[];
  recording: boolean;
  /** Something would be lost. */
  unsent: boolean;
}

const fresh = (file: File): Item => ({ id: newKey(), file, state: "ready", share: 0, problem: null });

export const tooLarge = (file: File) => file.size > largest;

export function useQueue(onArrived?: (item: Item) => void, first: Item[] = []): Queue {
  const [items, setItems] = useState(first);
  const [busy, setBusy] = useState(false);
  const [recording, record] = useState(false);
  const now = useRef<Sending<unknown> | null>(null);
  const stopped = useRef(false);
  // Who leaves while something is on its way, or never went, is asked first.
  const unsent = recording || items.some((one) => one.state !== "done");
  const latest = useRef<Latest>({ items, recording, unsent });
  latest.current = { items, recording, unsent };
  const change = useCallback(
    (id: string, to: Partial<Item>) =>
      setItems((before) => before.map((one) => (one.id === id ? { ...one, ...to } : one))),
    [],
  );
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [unsent]);

  const one = async (item: Item, path: string, fields: Fields): Promise<boolean> => {
    change(item.id, { state: "sending", share: 0, problem: null });
    const sending = sendFile<unknown>(path, fields, item.file, {
      key: item.id,
      progress: (share) => change(item.id, { share }),
    });
    now.current = sending;
    try {
      await sending.answer;
      change(item.id, { state: "done", share: 1 });
      onArrived?.(item);
      return true;
    } catch (error) {
      const cancelled = error instanceof Cancelled;
      change(item.id, {
        state: cancelled ? "ready" : "failed",
        share: 0,
        problem: cancelled ? null : problemOf(error),
      });
      return false;
    } finally {
      now.current = null;
    }
  };

  const send = async (path: string, fields: (file: File) => Fields): Promise<boolean> => {
    stopped.current = false;
    setBusy(true);
    let all = true;
    for (const item of latest.current.items) {
      if (item.state === "done") continue;
      if (stopped.current || tooLarge(item.file)) {
        all = false;
        continue;
      }
      all = (await one(item, path, fields(item.file))) && all;
    }
    setBusy(false);
    return all;
  };

  return {
    items,
    busy,
    add: (files) => setItems((before) => [...before, ...files.map(fresh)]),
    remove: (id) => setItems((before) => before.filter((item) => item.id !== id)),
    send,
    cancel: () => {
      stopped.current = true;
      now.current?.cancel();
    },
    recording,
    record,
    latest: () => latest.current,
  };
}
