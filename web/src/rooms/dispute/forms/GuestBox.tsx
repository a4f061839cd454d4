// Who takes part besides the parties: somebody whom they know and let help (PML art. 20), an adviser
// who reads the file with an account of his own, or a mediator who sits in to learn.
import { GraduationCap, Scale, UserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { RadioTiles, SelectField, Stack } from "../../../ui";
import { bound, line, own, useLabel } from "./field";
import type { BoxProps, Field } from "./plan";
import { ApprenticeBox, useCompany } from "./TeamBox";

const role = line("role", { required: true, label: "participantRole", suggest: "roles" });
const name = line("name", { required: true });

const ways = ["known", "adviser", "learns"] as const;
type Way = (typeof ways)[number];
const icons = { known: UserRound, adviser: Scale, learns: GraduationCap };

function GuestBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { data } = useCompany(box.file.id);
  const field = bound<Way>(box);
  const there = { known: true, adviser: (data?.advisers.length ?? 0) > 0, learns: (data?.apprentices.length ?? 0) > 0 };
  const options = ways
    .filter((one) => there[one] || one === field.value)
    .map((one) => {
      const Icon = icons[one];
      return { value: one, label: t(`guest.${one}`), icon: <Icon size={18} aria-hidden /> };
    });
  // Who was chosen in one way is nobody in the other.
  const turn = (to: string) => box.form.set({ [box.name]: to, person: null });
  return (
    <Stack gap={4}>
      <RadioTiles {...field} {...useLabel("way")} required options={options} onChange={turn} />
      <p className="dim">{t(`guest.${field.value}Says`)}</p>
      {field.value === "known" && (
        <>
          <role.Show {...box} name="role" />
          <name.Show {...box} name="name" />
        </>
      )}
      {field.value === "adviser" && <AdviserBox {...box} name="person" />}
      {field.value === "learns" && <ApprenticeBox {...box} name="person" />}
    </Stack>
  );
}

function AdviserBox(box: BoxProps) {
  const { data } = useCompany(box.file.id);
  const options = (data?.advisers ?? []).map((one) => ({
    value: one.id,
    label: `${one.name} · ${one.organisation_name}`,
  }));
  return <SelectField {...bound<string | null>(box)} {...useLabel("adviser")} required options={options} />;
}

const Nothing = () => null;

export const guestFields: Field[] = [
  own("way", GuestBox, () => "known"),
  own("role", Nothing, () => ""),
  own("name", Nothing, () => ""),
  own("person", Nothing, () => null),
];

export function guestBody({ way, role, name, person, ...values }: Record<string, unknown>): object {
  if (way === "learns") return { ...values, role: "apprentice", person };
  if (way === "adviser") return { ...values, role: "adviser", person };
  return { ...values, role, name };
}
