// The plain fields of the commands, as data. A label is named after its field unless told.
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import type words from "../../../i18n/zh-CN/dispute.json";
import { beside, dateTime } from "../../../lib/fmt";
import {
  CheckField,
  DateField,
  DateTimeField,
  type FieldProps,
  MoneyField,
  MultiSelectField,
  type Option,
  RadioTiles,
  SelectField,
  Stack,
  TextAreaField,
  TextField,
} from "../../../ui";
import { nameIn } from "../../shared/catalogue";
import { useDivisions, useOrganisations } from "../api";
import type { FileView } from "../types";
import { plannedSessions, presentGuests, presentParties, usePartyName, useRole, useWords } from "../words";
import type { BoxProps, Field } from "./plan";
import { Suggestions } from "./Suggestions";
import { Ticks } from "./Ticks";

// A label that has no text does not compile.
export type Label = keyof (typeof words)["field"];

interface Told {
  label?: Label;
  required?: boolean;
}

/** The props of a field, with the type that this field keeps. */
export function bound<T>({ form, name }: Pick<BoxProps, "form" | "name">): FieldProps<T> {
  return form.field(name) as FieldProps<T>;
}

export function useLabel(name: string): { label: string; hint?: string } {
  const { t, i18n } = useTranslation("dispute");
  const hint = i18n.exists(`dispute:hint.${name}`) ? t(`hint.${name}` as "hint.happened_at") : undefined;
  return { label: t(`field.${name}` as "field.reason"), hint };
}

export function own(
  name: string,
  Show: ComponentType<BoxProps>,
  start: Field["start"],
  told: Pick<Field, "label" | "kind"> = {},
): Field {
  return { name, start, Show, ...told };
}

export function line(
  name: string,
  { label = name as Label, required, suggest, keyed }: Told & { suggest?: string; keyed?: boolean } = {},
): Field {
  function Line(box: BoxProps) {
    const field = bound<string>(box);
    return (
      <Stack gap={1}>
        <TextField {...field} {...useLabel(label)} required={required} maxLength={200} />
        {suggest && <Suggestions list={suggest} put={field.onChange} keyed={keyed} />}
      </Stack>
    );
  }
  return own(name, Line, () => "", { label, kind: "text" });
}

export function area(name: string, { label = name as Label, required, rows }: Told & { rows?: number } = {}): Field {
  function Area(box: BoxProps) {
    return (
      <TextAreaField {...bound<string>(box)} {...useLabel(label)} required={required} rows={rows ?? 3} most={5000} />
    );
  }
  return own(name, Area, () => "", { label, kind: "text" });
}

export function money(name: string, { label = name as Label, required }: Told = {}): Field {
  function Amount(box: BoxProps) {
    return <MoneyField {...bound<number | null>(box)} {...useLabel(label)} required={required} capital />;
  }
  return own(name, Amount, () => null, { label, kind: "money" });
}

export function number(name: string, { label = name as Label, required }: Told = {}): Field {
  function Whole(box: BoxProps) {
    const field = bound<number | null>(box);
    return (
      <TextField
        {...field}
        {...useLabel(label)}
        required={required}
        inputMode="numeric"
        maxLength={6}
        value={field.value === null ? "" : String(field.value)}
        onChange={(typed) => field.onChange(/^\d+$/.test(typed) ? Number(typed) : null)}
      />
    );
  }
  return own(name, Whole, () => null, { label, kind: "number" });
}

export function check(name: string, { label = name as Label, start = false }: Told & { start?: boolean } = {}): Field {
  function Check(box: BoxProps) {
    return <CheckField {...bound<boolean>(box)} {...useLabel(label)} />;
  }
  return own(name, Check, () => start, { label, kind: "check" });
}

export function moment(
  name: string,
  { label = name as Label, required, start = () => null }: Told & { start?: () => string | null } = {},
): Field {
  function Moment(box: BoxProps) {
    return <DateTimeField {...bound<string | null>(box)} {...useLabel(label)} required={required} />;
  }
  return own(name, Moment, start, { label, kind: "moment" });
}

export function day(name: string, { label = name as Label, required }: Told = {}): Field {
  function Day(box: BoxProps) {
    return <DateField {...bound<string | null>(box)} {...useLabel(label)} required={required} />;
  }
  return own(name, Day, () => null, { label, kind: "day" });
}

/** When it happened, where it is written down later; folded away, since mostly it is now. */
export function happened(): Field {
  function Happened(box: BoxProps) {
    const { t } = useTranslation("dispute");
    const field = bound<string | null>(box);
    return (
      <details open={field.value !== null || field.error !== undefined || undefined}>
        <summary>{t("enteredLater")}</summary>
        <DateTimeField {...field} {...useLabel("happened_at")} />
      </details>
    );
  }
  return own("happened_at", Happened, () => null, { kind: "moment" });
}

export function choice(name: string, list: string, label: Label = name as Label): Field {
  function Choice(box: BoxProps) {
    const { choices } = useWords();
    return <SelectField {...bound<string | null>(box)} {...useLabel(label)} required options={choices(list)} />;
  }
  return own(name, Choice, () => null, { label, kind: { book: list } });
}

export function choices(name: string, list: string, required = false): Field {
  function Choices(box: BoxProps) {
    const words = useWords();
    return (
      <MultiSelectField
        {...bound<string[]>(box)}
        {...useLabel(name)}
        required={required}
        options={words.choices(list)}
      />
    );
  }
  return own(name, Choices, () => [], { kind: { book: list } });
}

interface Listed extends Told {
  without?: string[];
  start?: string;
  optional?: boolean;
}

/** One value of an enumeration: tiles while they are few, a list beyond. */
export function enumeration(
  name: string,
  list: string,
  { label = name as Label, without = [], start, required }: Listed = {},
): Field {
  function Enumeration(box: BoxProps) {
    const options = useWords()
      .enumeration(list)
      .filter((one) => !without.includes(one.value));
    const field = bound<string | null>(box);
    const told = useLabel(label);
    if (options.length > 6) return <SelectField {...field} {...told} required={required} options={options} />;
    return <RadioTiles {...field} {...told} required={required} options={options} />;
  }
  return own(name, Enumeration, () => start ?? null, { label, kind: { enumeration: list } });
}

interface OneParty {
  label?: Label;
  about?: boolean;
  of?: (file: FileView) => string[];
}

export function party(name: string, { label = name as Label, about, of }: OneParty = {}): Field {
  const among = (file: FileView) => of?.(file) ?? presentParties(file).map((one) => one.id);
  function Party(box: BoxProps) {
    const nameOf = usePartyName(box.file);
    const { word } = useWords();
    const sideOf = (id: string) => word("side", box.file.dispute.parties.find((one) => one.id === id)?.side);
    const options = among(box.file).map((id) => ({ value: id, label: beside(nameOf(id), sideOf(id)) }));
    return <RadioTiles {...bound<string | null>(box)} {...useLabel(label)} required options={options} />;
  }
  return own(
    name,
    Party,
    (file, asked) => {
      const known = among(file);
      if (about && known.includes(asked)) return asked;
      // With a list of its own (who has not signed yet) the first of them is next.
      return known.length === 1 || of ? (known[0] ?? null) : null;
    },
    { label, kind: "names" },
  );
}

interface Ticked {
  required?: boolean;
  start?: (file: FileView) => string[];
  of?: "parties" | "participants";
}

export function parties(name: string, { required, start = () => [], of = "parties" }: Ticked = {}): Field {
  function Parties(box: BoxProps) {
    const nameOf = usePartyName(box.file);
    const { word } = useWords();
    const roleOf = useRole();
    const options =
      of === "participants"
        ? guestsAt(box).map((one) => ({ value: one.id, label: beside(one.name ?? "", roleOf(one.role)) }))
        : presentParties(box.file).map((one) => ({
            value: one.id,
            label: beside(nameOf(one.id), word("side", one.side)),
          }));
    const told = useLabel(name);
    if (options.length === 0) return null;
    return <Ticks {...bound<string[]>(box)} {...told} required={required} options={options} />;
  }
  return own(name, Parties, start, { kind: "names" });
}

/** Who takes part; of what is written down later, who did then. */
function guestsAt({ file, form }: BoxProps) {
  const then: string | null = form.values.happened_at ?? null;
  const stayed = (left: { at: string }) => then !== null && new Date(left.at) > new Date(then);
  return file.dispute.participants.filter((one) => !one.left || stayed(one.left));
}

export function place(name: string): Field {
  function Place(box: BoxProps) {
    const { i18n } = useTranslation();
    const { data = [] } = useDivisions(true);
    const options = data
      .filter((one) => one.code.length === 12)
      .map((one) => ({ value: one.code, label: nameIn(one, i18n.language) }));
    return <SelectField {...bound<string | null>(box)} {...useLabel(name)} options={options} search />;
  }
  return own(name, Place, () => null, { kind: "place" });
}

type Source =
  | "organisations"
  | "kinds"
  | "planned"
  | "notes"
  | "toReport"
  | "openRisks"
  | "authorities"
  | "members"
  | "guests";
const noteKinds = ["call", "visit", "talk", "evidence", "other"] as const;
const authorities = [
  "police",
  "procuratorate",
  "civil_affairs",
  "education",
  "women_federation",
  "government",
] as const;

interface Picked {
  label?: Label;
  optional?: boolean;
  start?: string;
  about?: boolean;
}

/** One of what the file or the house has: an organisation, a planned session, a risk. */
export function pick(
  name: string,
  from: Source,
  { label = name as Label, optional = false, start, about }: Picked = {},
): Field {
  function Pick(box: BoxProps) {
    const options = useSource(from, box);
    const field = bound<string | null>(box);
    const told = useLabel(label);
    if (optional && options.length === 0) return null;
    if (from === "notes") return <RadioTiles {...field} {...told} required options={options} />;
    return <SelectField {...field} {...told} required={!optional} options={options} />;
  }
  return own(name, Pick, (file, asked) => {
    if (about && asked) return asked;
    const open = file.dispute.risks.filter((one) => !one.cleared_at);
    // Nobody has been told of it yet: that comes before telling somebody else, too.
    if (from === "toReport") return (open.find((one) => !one.reported_at) ?? open[0])?.id ?? null;
    if (from === "openRisks") return open[0]?.id ?? null;
    if (from === "guests") return onlyOne(presentGuests(file));
    return start ?? null;
  });
}

const onlyOne = (all: { id: string }[]) => (all.length === 1 ? (all[0]?.id ?? null) : null);

function useSource(from: Source, { file, form }: BoxProps): Option[] {
  const { t, i18n } = useTranslation("dispute");
  const words = useWords();
  const { data: organisations = [] } = useOrganisations();
  const roleOf = useRole();
  const risk = (one: FileView["dispute"]["risks"][number]) => ({
    value: one.id,
    label: `${words.word("risk_kind", one.kind)} · ${words.word("risk_level", one.level)}`,
  });
  switch (from) {
    case "organisations":
      return organisations.map((one) => ({ value: one.id, label: nameIn(one, i18n.language) }));
    case "kinds":
      return words.kinds;
    case "notes":
      return noteKinds.map((one) => ({ value: one, label: t(`note.${one}`) }));
    case "authorities":
      return authorities.map((one) => ({ value: one, label: t(`authority.${one}`) }));
    case "toReport":
    case "openRisks":
      return file.dispute.risks.filter((one) => !one.cleared_at).map(risk);
    case "guests":
      return presentGuests(file).map((one) => ({ value: one.id, label: beside(one.name ?? "", roleOf(one.role)) }));
    case "members":
      return (file.dispute.parties.find((one) => one.id === form.values.party)?.members ?? [])
        .filter((one) => !one.left)
        .map((one) => ({ value: one.id, label: one.name ?? t("unknownParty") }));
    default:
      return plannedSessions(file).map((one) => ({
        value: one.id,
        label: `${words.word("session_kind", one.kind)} · ${one.planned_for ? dateTime(one.planned_for) : ""}`,
      }));
  }
}
