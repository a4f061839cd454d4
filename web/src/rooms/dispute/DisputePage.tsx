// One screen for a dispute: what is next, what happened, who takes part, what was agreed.
import { FileText, ListChecks, NotebookPen, PenLine } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { type Action, useActions } from "../../lib/actions";
import { useAddress } from "../../lib/address";
import { listed } from "../../lib/fmt";
import { later } from "../../lib/later";
import { useRemember } from "../../lib/recent";
import {
  Button,
  Card,
  Drawer,
  Menu,
  Page,
  ProblemCard,
  Row,
  Skeleton,
  StatusBadge,
  StepBar,
  Tabs,
  WithRail,
} from "../../ui";
import { usePapers } from "../papers/list";
import { type Answer, useFile } from "./api";
import { groups, openDeeds, plans } from "./deeds";
import css from "./dispute.module.css";
import { DeedForm } from "./forms/DeedForm";
import { Banners, gradeTone, stageTone, stepOf } from "./parts/Banners";
import { NextCard } from "./parts/NextCard";
import { PinnedStep } from "./parts/PinnedStep";
import { Protected } from "./parts/Protected";
import { type Part, useParts } from "./parts/parts";
import { layReceipts } from "./receipts";
import { useDeedWord } from "./says";
import type { FileView } from "./types";
import { useWide } from "./useWide";
import { presentParties, useFamily, usePartyName, useWords } from "./words";

export function DisputePage() {
  const { t } = useTranslation(["dispute", "common"]);
  const { dispute = "" } = useParams();
  const { data: file, error, refetch } = useFile(dispute);
  if (!file && error)
    return (
      <Page title={t("title")}>
        <ProblemCard error={error} retry={() => void refetch()} />
      </Page>
    );
  if (!file)
    return (
      <Page title={t("title")}>
        <Skeleton shape="cards" count={4} />
      </Page>
    );
  return <FilePage key={file.id} file={file} />;
}

/** Opens the form of a command, for the thing with this key; the address remembers it. */
function useDoing(file: FileView) {
  const { search, change } = useAddress();
  const navigate = useNavigate();
  const doing = search.get("do") ?? "";
  const open = useCallback(
    (deed: string, about = "") => change({ do: deed, about: about || null, at: null }),
    [change],
  );
  const close = useCallback(() => change({ do: null, about: null, at: null }, { replace: true }), [change]);
  // "?do=next" of a list: whatever the next step is now, if it is this reader's.
  const { next, allowed } = file;
  useEffect(() => {
    if (doing !== "next") return;
    const mine = next && allowed.includes(next.deed);
    change({ do: mine ? next.deed : null, about: (mine && next.subject) || null }, { replace: true });
  }, [doing, next, allowed, change]);
  const done = (answer: Answer) => {
    if (answer.codes.length > 0) {
      navigate(layReceipts(answer.file.id, answer.codes));
    } else if (answer.file.id !== file.id) navigate(`/desk/disputes/${answer.file.id}`);
    else close();
  };
  return { doing, about: search.get("about") ?? "", open, close, done, search, change };
}

const AddPapers = later(() => import("../papers/AddPapers").then((file) => file.AddPapers));
const SeePaper = later(() => import("../papers/SeePaper").then((file) => file.SeePaper));

const keysOf: Record<string, string> = { "mediation.session_held": "n", "mediation.noted": "q" };

/** The commands as actions: buttons, keys, palette and the "?" sheet say the same. */
function useDeedActions(file: FileView, deeds: string[], open: (deed: string, about?: string) => void) {
  const { t } = useTranslation("dispute");
  const deedWord = useDeedWord();
  const next = file.next;
  useActions(
    useMemo(() => {
      const group = t("actions", { number: file.number || t("title") });
      const list: Action[] = deeds.map((deed) => ({
        id: `dispute.${deed}`,
        label: deedWord(deed),
        keys: keysOf[deed],
        group,
        run: () => open(deed),
      }));
      if (next && file.allowed.includes(next.deed))
        list.push({
          id: "dispute.next",
          label: t("doNext", { action: next.says }),
          keys: "enter",
          group,
          run: () => open(next.deed, next.subject),
        });
      list.push({ id: "dispute.all", label: t("allDeeds"), keys: "a", group, run: () => open("all") });
      return list;
    }, [t, deedWord, file.number, file.allowed, next, deeds, open]),
  );
}

/** Papers hang on the file at any point of its life, so that they are no deed of its table. */
function usePaperActions(file: FileView, may: boolean, open: (deed: string) => void) {
  const { t } = useTranslation(["dispute", "papers"]);
  useActions(
    useMemo(() => {
      const group = t("actions", { number: file.number || t("title") });
      const add = {
        id: "dispute.papers",
        label: t("papers:add.verb"),
        keys: "u",
        group,
        run: () => open("papers.add"),
      };
      return may ? [add] : [];
    }, [t, file.number, may, open]),
  );
}

function useTabKeys(keys: string[], now: string, go: (key: string) => void) {
  const { t } = useTranslation("dispute");
  useActions(
    useMemo(() => {
      const step = (by: number) => go(keys[(keys.indexOf(now) + by + keys.length) % keys.length] ?? now);
      return [
        { id: "dispute.tabBefore", label: t("tabBefore"), keys: "[", group: t("title"), run: () => step(-1) },
        { id: "dispute.tabNext", label: t("tabNext"), keys: "]", group: t("title"), run: () => step(1) },
      ];
    }, [t, keys, now, go]),
  );
}

/** For the palette; as in lists, names of families and of minors are left out. */
function useLatelyOpened(file: FileView) {
  const { t } = useTranslation("dispute");
  const nameOf = usePartyName(file);
  const parties = presentParties(file);
  const family = useFamily(file) ?? true;
  const discreet = family || parties.some((one) => one.capacity !== "full");
  useRemember({
    to: `/desk/disputes/${file.id}`,
    label: file.number || t("noNumber"),
    detail: [discreet ? "" : listed(parties.map((one) => nameOf(one.id))), file.kind_name, file.stage_name]
      .filter(Boolean)
      .join(" · "),
  });
}

/** A form that was opened while it could be sent keeps its words when somebody else was faster. */
function useStays(form: string, may: boolean): boolean {
  const [opened, setOpened] = useState("");
  if (may && opened !== form) setOpened(form);
  return may || opened === form;
}

const prints = [
  "acceptance_register",
  "rights_notice",
  "mediation_record",
  "agreement",
  "oral_agreement_register",
  "termination_notice",
] as const;

function FilePage({ file }: { file: FileView }) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const deedWord = useDeedWord();
  const { doing, about, open, close, done, search, change } = useDoing(file);
  const wide = useWide();
  const deeds = useMemo(() => openDeeds(file), [file]);
  const { tabs, rail } = useParts(file, deeds, open);
  const shown = useMemo<Part[]>(() => (wide ? tabs : [...tabs, ...rail]), [wide, tabs, rail]);
  const asked = search.get("tab") ?? "";
  const tab = shown.some((one) => one.key === asked) ? asked : (shown[0]?.key ?? "");
  const go = useCallback((key: string) => change({ tab: key }, { replace: true }), [change]);
  useDeedActions(file, deeds, open);
  useTabKeys(
    useMemo(() => shown.map((one) => one.key), [shown]),
    tab,
    go,
  );
  useLatelyOpened(file);
  const { data: papers } = usePapers(file.id);
  usePaperActions(file, papers?.may_add === true, open);
  const { dispute } = file;
  // Mounted when it is first asked for, and left there: it shuts before it is gone.
  const [adds, setAdds] = useState(false);
  if (doing === "papers.add" && !adds) setAdds(true);
  const stays = useStays(`${doing} ${about}`, file.allowed.includes(doing));
  const step = stepOf(file);
  const buttons = (
    <>
      {deeds.includes("mediation.session_held") && (
        <Button icon={<PenLine size={18} aria-hidden />} keys="n" onClick={() => open("mediation.session_held")}>
          {t("writeRecord")}
        </Button>
      )}
      {deeds.includes("mediation.noted") && (
        <Button icon={<NotebookPen size={18} aria-hidden />} keys="q" onClick={() => open("mediation.noted")}>
          {t("quickNote")}
        </Button>
      )}
      <Menu
        label={t("print")}
        button={<Button icon={<FileText size={18} aria-hidden />}>{t("print")}</Button>}
        entries={[
          { label: t("papers"), to: `/desk/disputes/${file.id}/print` },
          ...prints.map((form) => ({ label: t(`prints.${form}`), to: `/desk/disputes/${file.id}/print/${form}` })),
        ]}
      />
      {deeds.length > 0 && (
        <Button icon={<ListChecks size={18} aria-hidden />} keys="a" onClick={() => open("all")}>
          {t("allDeeds")}
        </Button>
      )}
    </>
  );
  const panels = (
    <Tabs
      label={t("title")}
      value={tab}
      onChange={go}
      tabs={shown.map(({ key, label, count, content }) => ({ key, label, count, content }))}
    />
  );
  return (
    <Page
      title={file.kind_name}
      badges={
        <>
          <StatusBadge tone={stageTone[dispute.stage]}>
            {dispute.closed_as === "merged" ? word("closing", "merged") : file.stage_name}
          </StatusBadge>
          {dispute.grade && <StatusBadge tone={gradeTone[dispute.grade]}>{word("grade", dispute.grade)}</StatusBadge>}
        </>
      }
      subtitle={[file.number || t("noNumber"), t("from", { source: file.source_name }), file.place_name]
        .filter(Boolean)
        .join(" · ")}
      actions={wide && buttons}
    >
      <Protected file={file} />
      {/* A window that becomes wide or narrow keeps what was begun in a part. */}
      {wide ? (
        <>
          {step && <StepBar {...step} />}
          <Banners file={file} open={open} />
          <NextCard file={file} deeds={deeds} open={open} wide />
          <WithRail key="parts" rail={rail.map((part) => <div key={part.key}>{part.content}</div>)}>
            {panels}
          </WithRail>
        </>
      ) : (
        <>
          <NextCard file={file} deeds={deeds} open={open} wide={false} />
          <Banners file={file} open={open} />
          <Row className="no-print">{buttons}</Row>
          {step && <StepBar {...step} />}
          <WithRail key="parts" rail={null}>
            {panels}
          </WithRail>
          <PinnedStep file={file} open={open} />
        </>
      )}
      {adds && (
        <AddPapers
          file={file}
          about={about}
          open={doing === "papers.add" && papers?.may_add === true}
          onClose={close}
          maySide={papers?.may_add_side ?? false}
        />
      )}
      {doing === "papers.see" && <SeePaper file={file} paper={about} onClose={close} />}
      <Drawer
        open={doing === "all" || doing in plans}
        onClose={close}
        title={doing === "all" ? t("allDeeds") : deedWord(doing)}
        size={plans[doing]?.wide ? "xl" : "lg"}
      >
        {doing === "all" && <AllDeeds deeds={deeds} open={open} />}
        {doing in plans && !file.allowed.includes(doing) && <Card tone="warn">{t("notNow")}</Card>}
        {doing in plans && stays && (
          <DeedForm key={`${doing} ${about}`} deed={doing} about={about} file={file} onDone={done} onClose={close} />
        )}
      </Drawer>
    </Page>
  );
}

/** Everything that may be done now, by what it is about. */
function AllDeeds({ deeds, open }: { deeds: string[]; open: (deed: string) => void }) {
  const { t } = useTranslation("dispute");
  const deedWord = useDeedWord();
  return (
    <div className={css.all}>
      {groups.map((group) => {
        const among = deeds.filter((deed) => plans[deed]?.group === group);
        if (among.length === 0) return null;
        return (
          <section key={group}>
            <h3>{t(`group.${group}`)}</h3>
            <div className={css.deeds}>
              {among.map((deed) => (
                <Button
                  key={deed}
                  kind={plans[deed]?.final ? "danger" : "plain"}
                  keys={keysOf[deed]}
                  onClick={() => open(deed)}
                >
                  {deedWord(deed)}
                </Button>
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}
