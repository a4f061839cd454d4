// On paper, too, an agent may have signed for a party: asked where more than one may.
import { RadioTiles } from "../../../ui";
import { pensOf } from "../signing";
import { useWords } from "../words";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";

export function SignerBox(box: BoxProps) {
  const { word } = useWords();
  const told = useLabel("signedAs");
  const field = bound<string | null>(box);
  const pens = pensOf(box.file, box.form.values.party);
  if (pens.length < 2) return null;
  const options = pens.map((one) => ({ value: one.as, label: `${word("signs_as", one.as)} ${one.name}`.trim() }));
  return <RadioTiles {...field} {...told} value={field.value ?? pens[0]!.as} options={options} />;
}
