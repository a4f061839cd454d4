// The parts of the file: tabs of the middle, cards of the rail. On a phone all are tabs.
import { type ReactNode, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { later, whenIdle } from "../../../lib/later";
import { usePapers } from "../../papers/list";
import { measures } from "../safety";
import type { FileView } from "../types";
import { Clocks } from "./Clocks";
import { Happened } from "./Happened";
import { Parties } from "./Parties";
import { Team } from "./Team";

const rest = () => import("./rest");
const Agreements = later(() => rest().then((file) => file.Agreements));
const Apart = later(() => rest().then((file) => file.Apart));
const Conferences = later(() => rest().then((file) => file.Conferences));
const Dossier = later(() => rest().then((file) => file.Dossier));
const Matter = later(() => rest().then((file) => file.Matter));
const Papers = later(() => rest().then((file) => file.Papers));
const Practice = later(() => rest().then((file) => file.Practice));
const Safety = later(() => rest().then((file) => file.Safety));
const Sessions = later(() => rest().then((file) => file.Sessions));
const Visits = later(() => rest().then((file) => file.Visits));
const soon = () => {
  for (const part of [Agreements, Apart, Conferences, Dossier, Matter, Papers, Practice, Safety, Sessions, Visits])
    part.soon();
};

export interface Part {
  key: string;
  label: string;
  count?: number;
  content: ReactNode;
}

export interface PartProps {
  file: FileView;
  /** What this reader may do now. */
  deeds: string[];
  open: (deed: string, about?: string) => void;
}

const begun = ["mediation.vault_noted", "mediation.issue_named"];

export function useParts(file: FileView, deeds: string[], open: PartProps["open"]): { tabs: Part[]; rail: Part[] } {
  const { t } = useTranslation("dispute");
  const { data: papers } = usePapers(file.id);
  useEffect(() => whenIdle(soon), []);
  const held = papers?.papers.filter((one) => !one.withdrawn_at).length;
  return useMemo(() => {
    const props = { file, deeds, open };
    const { dispute } = file;
    // The room for each side alone is there for this dispute's own mediators, from the invitation on.
    const apart = file.sight.sealed && (dispute.room.vault.length > 0 || begun.some((one) => deeds.includes(one)));
    const { conferences } = dispute.room;
    const confers = file.sight.counsel && (conferences.length > 0 || deeds.includes("mediation.conference_called"));
    const tabs = [
      { key: "timeline", label: t("tab.timeline"), content: <Happened {...props} /> },
      { key: "matter", label: t("tab.matter"), content: <Matter {...props} /> },
      { key: "sessions", label: t("tab.sessions"), count: dispute.sessions.length, content: <Sessions {...props} /> },
      ...(apart
        ? [{ key: "apart", label: t("tab.apart"), count: dispute.room.vault.length, content: <Apart {...props} /> }]
        : []),
      ...(confers
        ? [
            {
              key: "conference",
              label: t("tab.conference"),
              count: conferences.length,
              content: <Conferences {...props} />,
            },
          ]
        : []),
      {
        key: "agreements",
        label: t("tab.agreements"),
        count: dispute.agreements.length,
        content: <Agreements {...props} />,
      },
      { key: "papers", label: t("tab.papers"), count: held, content: <Papers file={file} open={open} /> },
      // For who can hold a session; there is nothing to work out for anybody else.
      ...(deeds.some((one) => one.startsWith("mediation.session"))
        ? [{ key: "practice", label: t("tab.practice"), content: <Practice {...props} /> }]
        : []),
      { key: "visits", label: t("tab.visits"), count: dispute.visits.length, content: <Visits {...props} /> },
    ];
    const rail = [
      { key: "parties", label: t("tab.parties"), content: <Parties {...props} /> },
      {
        key: "safety",
        label: t("tab.safety"),
        count: dispute.risks.length + measures(file).length,
        content: <Safety {...props} />,
      },
      ...(file.number ? [{ key: "dossier", label: t("tab.dossier"), content: <Dossier {...props} /> }] : []),
      { key: "clocks", label: t("tab.clocks"), content: <Clocks {...props} /> },
      { key: "team", label: t("tab.team"), content: <Team {...props} /> },
    ];
    return { tabs, rail };
  }, [file, deeds, open, held, t]);
}
