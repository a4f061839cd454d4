// What was chosen or recorded and not sent lies in the memory of the page alone: a drawer is not
// closed over it, nor a form sent without it, by a slip of the hand.
import type { TFunction } from "i18next";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { FieldProblem } from "../../problem";
import { confirm } from "../../ui";
import type { Queue } from "./queue";

/** Why a form with these files cannot be sent yet; the record on the spot goes without any, too. */
export function unready(queue: Queue, t: TFunction<"papers">, least = 1): FieldProblem[] {
  const { items, recording } = queue.latest();
  if (recording) return [{ at: "", code: "recording", detail: t("add.recording") }];
  return items.length < least ? [{ at: "", code: "missing", detail: t("add.nothing") }] : [];
}

/** For a drawer: `held` takes the queue inside, `leave` asks before closing over what was not sent. */
export function useLeaving(onClose: () => void) {
  const { t } = useTranslation("papers");
  const held = useRef<Queue | null>(null);
  const leave = async () => {
    const title = t("leave.title");
    const asked = held.current?.latest().unsent;
    if (asked && !(await confirm({ title, says: t("leave.says"), verb: t("leave.verb"), danger: true }))) return;
    held.current?.cancel();
    onClose();
  };
  return { held, leave: () => void leave() };
}
