// The timeline: every page of the ledger as a line, newest first.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { money } from "../../../lib/fmt";
import { Button, Card, Empty, RadioTiles, Stack, Timeline, type Tone } from "../../../ui";
import css from "../dispute.module.css";
import type { Entry, FileView } from "../types";
import { organisationName, personName, usePartyName, useWords } from "../words";
import type { PartProps } from "./parts";

const rooms: Record<string, Tone> = {
  acceptance: "info",
  diversion: "neutral",
  mediation: "warn",
  resolution: "ok",
  followup: "method",
};
const roomOf = (deed: string) => deed.split(".")[0] ?? "";

const lists: Record<string, string[]> = {
  consent: ["consent"],
  by: ["by", "said_by"],
  delivered_by: ["by"],
  result: ["session_result"],
  grade: ["grade"],
  kind: ["session_kind", "risk_kind", "vault_kind", "protection_kind"],
  ruling: ["ruling"],
  level: ["risk_level"],
  manner: ["signing", "manner"],
  state: ["promise"],
  satisfaction: ["satisfaction"],
};
const booked: Record<string, string[]> = {
  reason: [
    "refusal",
    "termination",
    "participant_left",
    "return",
    "transfer",
    "pause",
    "reopen",
    "advice",
    "change",
    "unfounded",
    "certificate_override",
    "call_decline",
    "dismissal",
  ],
  action: ["safety_action"],
  actions: ["safety_action"],
  methods: ["method"],
  remedies: ["remedy"],
  retention: ["archive_retention"],
  ground: ["conflict"],
};

function useDetail(file: FileView) {
  const { t } = useTranslation("dispute");
  const words = useWords();
  const partyName = usePartyName(file);
  const named = (list: string[] | undefined, value: string, say: (list: string, value: string) => string) =>
    list?.map((one) => say(one, value)).find((one) => one !== value);
  return (entry: Entry): string[] =>
    entry.details.flatMap(({ name, value }) => {
      if (name === "party" || name === "parties")
        return partyName(value) === t("unknownParty") ? [] : [partyName(value)];
      if (name === "person") return personName(file, value) || [];
      if (name === "instead_of")
        return t(personName(file, value) ? "insteadOf" : "insteadOfProposal", { name: personName(file, value) });
      if (name === "end") return words.word("conflict_end", value);
      if (name === "organisation") return organisationName(file, value) || [];
      if (name === "amount" && /^\d+$/.test(value)) return money(Number(value));
      if (name === "number" && value) return value;
      if (name === "days") return t("days", { count: Number(value) });
      if (name === "kind" && entry.deed === "mediation.noted") return t(`note.${value}` as "note.call");
      return named(lists[name], value, words.word) ?? named(booked[name], value, words.choice) ?? [];
    });
}

const filters = ["all", "written", "steps"] as const;
type Filter = (typeof filters)[number];

const shows = (filter: Filter) => (entry: Entry) =>
  filter === "all" || (filter === "written" ? entry.texts.length > 0 : !/noted|amended/.test(entry.deed));

/**
 * What one side said alone stays off this page, which is open while both sit at the table: its words
 * are for the tab of each side alone, and for the answers under safety.
 */
function kept(file: FileView, entry: Entry): "apart" | "safety" | null {
  if (!file.sight.sealed || entry.texts.length === 0) return null;
  if (entry.deed === "mediation.vault_noted") return "apart";
  if (entry.deed === "mediation.safety_asked" || entry.deed === "mediation.child_heard") return "safety";
  const separate = entry.details.some(({ name, value }) => name === "kind" && value === "separate");
  return entry.deed === "mediation.session_held" && separate ? "apart" : null;
}

/** What is told besides names that stand with the parties. */
function told(file: FileView, entry: Entry): string[] {
  const named = file.dispute.parties.flatMap((one) => [
    one.name,
    one.represented_by,
    one.guardian?.name,
    one.guardian?.relation,
    ...one.members.map((member) => member.name),
  ]);
  return entry.deed === "acceptance.requested" ? entry.texts.filter((text) => !named.includes(text)) : entry.texts;
}

export function Happened({ file, deeds, open }: PartProps) {
  const { t } = useTranslation("dispute");
  const [filter, setFilter] = useState<Filter>("all");
  const details = useDetail(file);
  const entries = file.timeline.filter(shows(filter));
  return (
    <Card>
      <Stack gap={4}>
        {deeds.includes("mediation.noted") && (
          <div className="no-print">
            <Button wide keys="q" onClick={() => open("mediation.noted")}>
              {t("noteBox")}
            </Button>
          </div>
        )}
        <div className="no-print">
          <RadioTiles
            id="timeline-filter"
            label={t("filter.label")}
            value={filter}
            onChange={(one) => setFilter(one as Filter)}
            options={filters.map((one) => ({ value: one, label: t(`filter.${one}`) }))}
          />
        </div>
        {entries.length === 0 && <Empty>{t("emptyTimeline")}</Empty>}
        <Timeline
          items={entries.map((entry) => ({
            id: String(entry.n),
            at: entry.happened_at,
            kind: entry.says,
            tone: rooms[roomOf(entry.deed)] ?? "neutral",
            by: entry.person_name,
            recordedAt: entry.entered_late ? entry.recorded_at : null,
            title: [...new Set(details(entry))].join(" · "),
            body: kept(file, entry) ? (
              <p className="dim">{t(`apart.kept.${kept(file, entry)!}`)}</p>
            ) : (
              told(file, entry).map((text) => (
                <p key={text} className={css.words}>
                  {text}
                </p>
              ))
            ),
          }))}
        />
      </Stack>
    </Card>
  );
}
