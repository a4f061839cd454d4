// Where a form holds the request under `request`, a fault of the request alone comes without it.
import { pathOf } from "../../ui/useForm";

const ofTheRequest = ["kind", "source", "place", "facts", "amount", "people", "marks", "parties", "happened_at"];

/** "/parties/0/name" → "request.parties.0.name"; what already names its place stays. */
export function atInner(pointer: string): string {
  const path = pathOf(pointer);
  const first = path.split(".")[0] ?? "";
  return ofTheRequest.includes(first) ? `request.${path}` : path;
}
