// What the board knows: the office, the proposal once it is asked for, and the approval.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { newKey } from "../../api";
import { useAddress } from "../../lib/address";
import { tell, useAsk } from "../../lib/server";
import { toastProblem } from "../../ui";
import type { Approval, Approved, Board, Proposed, Whole } from "./shapes";

export function useBoard() {
  const { search, change: put } = useAddress();
  const organisation = search.get("organisation");
  const suggesting = search.get("suggest") === "all";
  const board = useAsk<Board>("/assignments", { organisation });
  const whole = useAsk<Whole>("/assignments/proposal", { organisation }, { when: suggesting });
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Approved["approvals"]>([]);

  const change = useCallback((name: string, to: string | null) => put({ [name]: to }, { replace: true }), [put]);

  const approve = useCallback(
    async (approvals: Approval[]) => {
      setBusy(true);
      try {
        const answer = await tell<Approved>("/assignments", { approvals }, { key: newKey() });
        setOutcome(answer.approvals);
        await queries.invalidateQueries({
          predicate: ({ queryKey }) => queryKey[0] !== "me" && queryKey[0] !== "/catalogue",
        });
        return answer.approvals;
      } catch (error) {
        toastProblem(error);
        return null;
      } finally {
        setBusy(false);
      }
    },
    [queries],
  );

  const proposals = new Map<string, Proposed>(
    (suggesting ? (whole.data?.proposals ?? []) : []).map((one) => [one.dispute, one]),
  );
  return { board, whole, proposals, suggesting, change, approve, busy, outcome, forget: () => setOutcome([]) };
}
