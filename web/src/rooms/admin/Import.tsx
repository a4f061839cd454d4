import { useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "../../api";
import { saveFile } from "../../lib/files";
import { number } from "../../lib/fmt";
import { ask, tell } from "../../lib/server";
import { type Problem, problemOf } from "../../problem";
import {
  Button,
  Card,
  CheckField,
  type Column,
  DataTable,
  Empty,
  Figure,
  Grid,
  Page,
  ProblemCard,
  RadioTiles,
  Row,
  Stack,
  toast,
  toastProblem,
} from "../../ui";
import css from "./admin.module.css";
import { base64Of } from "./files";
import type { FaultLine, ListFile, ListImport, ListPreview, Subject } from "./shapes";

interface Chosen {
  name: string;
  file: string;
}

/** A list of people or organisations: chosen, looked at, and only then entered. */
export function Import() {
  const { t } = useTranslation("admin");
  const [subject, setSubject] = useState<Subject>("people");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [seen, setSeen] = useState<ListPreview | null>(null);
  const [skip, setSkip] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<ListImport | null>(null);
  const queries = useQueryClient();
  const begin = (next: Subject) => {
    setSubject(next);
    forget();
  };
  const forget = () => {
    setChosen(null);
    setSeen(null);
    setDone(null);
    setProblem(null);
    setSkip(false);
  };
  const look = async (picked: File) => {
    forget();
    setBusy(true);
    try {
      const file = await base64Of(picked);
      setChosen({ name: picked.name, file });
      setSeen(await tell<ListPreview>("/lists/preview", { subject, file, skip_bad: false }));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const enter = async () => {
    if (!chosen) return;
    setBusy(true);
    try {
      const body = { subject, file: chosen.file, skip_bad: skip };
      const report = await tell<ListImport>("/lists", body, { key: newKey() });
      setDone(report);
      if (report.written) toast(t("import.done", { count: report.imported }));
      void queries.invalidateQueries();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t("import.title")} subtitle={t("import.says")} back={{ to: "/desk/admin", label: t("title") }}>
      <Card title={t("import.file")}>
        <Stack gap={4}>
          <RadioTiles
            id="import-subject"
            label={t("import.subject")}
            value={subject}
            onChange={(next) => begin(next as Subject)}
            options={(["people", "organisations"] as const).map((one) => ({
              value: one,
              label: t(`import.of.${one}`),
            }))}
          />
          <p>{t(`import.columns.${subject}`)}</p>
          <Row>
            <FilePicker busy={busy} pick={(file) => void look(file)} />
            <Give subject={subject} />
          </Row>
          {chosen && <p className={css.note}>{t("import.chosen", { name: chosen.name })}</p>}
        </Stack>
      </Card>
      {problem && <ProblemCard error={problem} />}
      {seen && !done?.written && (
        <Seen
          seen={seen}
          act={
            <Stack gap={3}>
              {seen.bad > 0 && (
                <CheckField
                  label={t("import.skip", { count: seen.bad })}
                  hint={t("import.skipHint")}
                  value={skip}
                  onChange={setSkip}
                />
              )}
              <Row>
                <Button
                  kind="primary"
                  busy={busy}
                  disabled={seen.fresh === 0 || (seen.faults.length > 0 && !skip)}
                  onClick={() => void enter()}
                >
                  {t("import.enter", { count: seen.fresh })}
                </Button>
                <Button kind="quiet" onClick={forget}>
                  {t("import.cancel")}
                </Button>
              </Row>
            </Stack>
          }
        />
      )}
      {done?.written && (
        <Card tone="ok" title={t("import.doneTitle")}>
          <Stack>
            <p role="status">
              {t("import.report", {
                imported: number(done.imported),
                known: number(done.known),
                bad: number(done.bad),
              })}
            </p>
            <Row>
              <Button to="/desk/admin">{t("import.toList")}</Button>
              <Button kind="quiet" onClick={forget}>
                {t("import.another")}
              </Button>
            </Row>
          </Stack>
        </Card>
      )}
    </Page>
  );
}

/** A button that opens the file dialogue; by keyboard, too. */
function FilePicker({ busy, pick }: { busy: boolean; pick: (file: File) => void }) {
  const { t } = useTranslation("admin");
  const id = useId();
  return (
    <div className={css.picker}>
      <label htmlFor={id}>{t("import.choose")}</label>
      <input
        id={id}
        type="file"
        accept=".csv,text/csv,text/plain"
        disabled={busy}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) pick(file);
        }}
      />
    </div>
  );
}

function Give({ subject }: { subject: Subject }) {
  const { t } = useTranslation("admin");
  const give = async () => {
    try {
      const file = await ask<ListFile>(`/lists/${subject}`);
      saveFile(file.name, file.text, "text/csv");
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Button icon={<Download size={18} aria-hidden />} onClick={() => void give()}>
      {t("import.give")}
    </Button>
  );
}

/** What the file would bring: counts, the first rows, and every fault with its row and column. */
function Seen({ seen, act }: { seen: ListPreview; act: ReactNode }) {
  const { t } = useTranslation("admin");
  return (
    <>
      <section aria-label={t("import.preview")}>
        <Grid least={150}>
          <Figure name={t("import.rows")} value={number(seen.rows_read)} />
          <Figure name={t("import.fresh")} value={number(seen.fresh)} />
          <Figure name={t("import.known")} value={number(seen.known)} />
          <Figure name={t("import.bad")} value={number(seen.bad)} />
        </Grid>
      </section>
      <Faults title={t("import.faults")} rows={seen.faults} tone="warn" complete={seen.complete} />
      <Faults title={t("import.warnings")} rows={seen.warnings} tone="info" />
      <First seen={seen} />
      <Card title={t("import.confirm")}>{act}</Card>
    </>
  );
}

interface FaultsProps {
  title: string;
  rows: FaultLine[];
  tone: "warn" | "info";
  complete?: boolean;
}

function Faults({ title, rows, tone, complete = true }: FaultsProps) {
  const { t } = useTranslation("admin");
  if (rows.length === 0) return null;
  const columns: Column<FaultLine>[] = [
    {
      key: "row",
      head: t("import.row"),
      primary: true,
      cell: (one) => (one.row > 0 ? t("import.rowLine", { row: one.row, line: one.line }) : t("import.wholeFile")),
    },
    { key: "column", head: t("import.column"), cell: (one) => one.column || "–" },
    { key: "says", head: t("import.reason"), cell: (one) => one.says },
  ];
  return (
    <Card flush title={title} tone={tone}>
      <DataTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={(one) => `${one.row} ${one.column} ${one.says}`}
        total={rows.length}
        totalIsBound={!complete}
        empty={<Empty>{t("import.none")}</Empty>}
      />
    </Card>
  );
}

function First({ seen }: { seen: ListPreview }) {
  const { t } = useTranslation("admin");
  if (seen.first_rows.length === 0) return null;
  const columns: Column<string[]>[] = seen.headers.map((head, index) => ({
    key: head,
    head,
    primary: index === 0,
    cell: (row) => row[index] || "–",
  }));
  return (
    <Card flush title={t("import.first")}>
      <DataTable
        caption={t("import.first")}
        columns={columns}
        rows={seen.first_rows}
        rowKey={(row) => row.join("|")}
        empty={<Empty>{t("import.none")}</Empty>}
      />
    </Card>
  );
}
