import { useState } from "react";
import { toastProblem } from "../../ui/toast";
import { become, type Face } from "./demo";

/** Becoming one of the persons; busy until the page of that person comes. */
export function useFaces(): { busy: boolean; go: (face: Face) => void } {
  const [busy, setBusy] = useState(false);
  const go = async (face: Face) => {
    setBusy(true);
    try {
      await become(face);
    } catch (error) {
      toastProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, go: (face) => void go(face) };
}
