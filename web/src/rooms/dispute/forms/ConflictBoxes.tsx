// The forms about ties: which one, who wishes to go on, what is decided.
import { useTranslation } from "react-i18next";
import { RadioTiles, SelectField, Stack, TextField } from "../../../ui";
import { useProposal } from "../api";
import type { Conflict, FileView } from "../types";
import { personName, presentParties, usePartyName, useWords } from "../words";
import { AppointBox } from "./AppointBox";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";
import { Suggestions } from "./Suggestions";
import { Ticks } from "./Ticks";

const nobody = (key: string) => /^0+$/.test(key);

/** What still stands between a mediator and the parties. */
export function openConflicts(file: FileView): Conflict[] {
  const present = presentParties(file);
  return file.dispute.conflicts.filter(
    (one) =>
      one.ground !== "" &&
      one.end !== "unfounded" &&
      one.end !== "replaced" &&
      !present.every((party) => one.consented.includes(party.id)),
  );
}

export function firstConflict(file: FileView, about: string): string | null {
  const open = openConflicts(file);
  return (open.find((one) => one.id === about) ?? open[0])?.id ?? null;
}

/** "Ground, of whom": one line for a list. */
function useLine(file: FileView) {
  const { t } = useTranslation("dispute");
  const { choice } = useWords();
  const partyName = usePartyName(file);
  return (one: Conflict) =>
    t("ties.line", {
      name: personName(file, one.person),
      ground: choice("conflict", one.ground),
      who: nobody(one.party) ? t("ties.disclosed") : t("ties.objected", { party: partyName(one.party) }),
    });
}

export function WhichConflict(box: BoxProps) {
  const line = useLine(box.file);
  const options = openConflicts(box.file).map((one) => ({ value: one.id, label: line(one) }));
  return <RadioTiles {...bound<string | null>(box)} {...useLabel("conflict")} required options={options} />;
}

/** The parties that have not said yet that they wish to go on. */
function useUnasked(box: BoxProps) {
  const nameOf = usePartyName(box.file);
  const conflict = box.file.dispute.conflicts.find((one) => one.id === box.form.values.conflict);
  return presentParties(box.file)
    .filter((one) => !conflict?.consented.includes(one.id))
    .map((one) => ({ value: one.id, label: nameOf(one.id) }));
}

export function GoingOnBox(box: BoxProps) {
  return <Ticks {...bound<string[]>(box)} {...useLabel("goingOn")} required options={useUnasked(box)} />;
}

/** What the end asks for besides: a successor, the parties' consent, or why there is no ground. */
export function DecisionBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { choices, enumeration } = useWords();
  const { form, file } = box;
  const end = bound<string | null>({ form, name: "end" });
  const reason = bound<string>({ form, name: "reason" });
  const unasked = useUnasked(box);
  const conflict = file.dispute.conflicts.find((one) => one.id === form.values.conflict);
  const own = conflict !== undefined && nobody(conflict.party);
  const options = enumeration("conflict_end").filter((one) => !(own && one.value === "unfounded"));
  const told = { end: useLabel("end"), goingOn: useLabel("goingOn"), why: useLabel("noGround") };
  return (
    <Stack gap={4}>
      <RadioTiles
        {...end}
        {...told.end}
        required
        options={options}
        onChange={(to) => form.set({ end: to, reason: "" })}
      />
      {end.value === "continued" && (
        <Ticks {...bound<string[]>({ form, name: "consented" })} {...told.goingOn} required options={unasked} />
      )}
      {end.value === "unfounded" && (
        <SelectField
          {...reason}
          {...told.why}
          required
          options={choices("unfounded")}
          onChange={(to) => reason.onChange(to ?? "")}
        />
      )}
      {end.value === "replaced" && (
        <>
          <p className="dim">{t("ties.successor")}</p>
          <AppointBox {...box} name="person" />
          <Reason box={box} />
        </>
      )}
    </Stack>
  );
}

/** Why this successor, where it is not the proposed one. */
function Reason({ box }: { box: BoxProps }) {
  const reason = bound<string>({ form: box.form, name: "reason" });
  const told = useLabel("reason");
  const { person, proposed } = box.form.values;
  if (!person || person === proposed) return null;
  return (
    <Stack gap={1}>
      <TextField {...reason} {...told} maxLength={200} />
      <Suggestions list="change" put={reason.onChange} keyed />
    </Stack>
  );
}

/** One of the mediators of the office. */
function Somebody({ label, ...box }: BoxProps & { label: "wishedFor" | "somebody" }) {
  const { data } = useProposal(box.file.id, box.file.version);
  const appointed = box.file.dispute.appointments
    .filter((one) => !one.until)
    .map((one) => ({ value: one.person, label: personName(box.file, one.person) }));
  const others = (data?.mediators ?? [])
    .filter((one) => !appointed.some((known) => known.value === one.person))
    .map((one) => ({ value: one.person, label: one.name }));
  const told = useLabel(label);
  return <SelectField {...bound<string | null>(box)} {...told} options={[...appointed, ...others]} clearable />;
}

/** Whom a party asks for. */
export function WishBox(box: BoxProps) {
  return <Somebody {...box} label="wishedFor" />;
}

/** Of whom it is written down; only who leads the people may do so for somebody else. */
export function ConcernedBox(box: BoxProps) {
  return box.file.allowed.includes("diversion.conflict_decided") ? <Somebody {...box} label="somebody" /> : null;
}

/** Against whom; only asked where several mediate. */
export function AgainstBox(box: BoxProps) {
  const told = useLabel("against");
  const appointed = box.file.dispute.appointments
    .filter((one) => !one.until)
    .map((one) => ({ value: one.person, label: personName(box.file, one.person) }));
  if (appointed.length < 2) return null;
  return <RadioTiles {...bound<string | null>(box)} {...told} required options={appointed} />;
}
