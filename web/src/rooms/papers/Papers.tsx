// The papers of a file: small pictures in a grid; one of them opens to be looked at, heard, turned,
// withdrawn or shown to a department that was called.
import { FilePlus2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, Card, Empty, ProblemCard, Row, Skeleton, Stack } from "../../ui";
import type { FileView } from "../dispute/types";
import { usePartyName } from "../dispute/words";
import { usePapers } from "./list";
import { calledPaper } from "./naming";
import { iconOf, PaperGrid } from "./PaperGrid";
import css from "./papers.module.css";

export function Papers({ file, open }: { file: FileView; open: (deed: string, about?: string) => void }) {
  const { t } = useTranslation("papers");
  const { data, error, refetch } = usePapers(file.id);
  const see = (paper: string) => open("papers.see", paper);
  if (error && !data) return <ProblemCard error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton shape="cards" count={2} />;
  const add = data.may_add && (
    <Button kind="primary" icon={<FilePlus2 size={18} aria-hidden />} keys="u" onClick={() => open("papers.add")}>
      {t("add.verb")}
    </Button>
  );
  if (data.papers.length === 0)
    return (
      <Card>
        <Empty action={add}>{t("none")}</Empty>
      </Card>
    );
  const current = data.papers.filter((one) => !one.withdrawn_at);
  const withdrawn = data.papers.filter((one) => one.withdrawn_at);
  return (
    <Stack gap={4}>
      {add && <Row>{add}</Row>}
      <PaperGrid papers={current} base={`/disputes/${file.id}/papers`} label={t("title")} open={see} />
      {withdrawn.length > 0 && (
        <details className={css.withdrawn}>
          <summary>{t("withdrawn.count", { count: withdrawn.length })}</summary>
          <PaperGrid papers={withdrawn} base={`/disputes/${file.id}/papers`} label={t("withdrawn.title")} open={see} />
        </details>
      )}
    </Stack>
  );
}

/** Those that hang on one thing of the file, as small pictures beside it, and the way to add one. */
export function Attached({
  file,
  about,
  verb,
  open,
}: {
  file: FileView;
  about: { session?: string; obligation?: string; agreement?: string };
  verb: string;
  open: (deed: string, about?: string) => void;
}) {
  const { data } = usePapers(file.id);
  const nameOf = usePartyName(file);
  const [what, key] = Object.entries(about)[0] ?? ["", ""];
  const here = data?.papers.filter((one) => !one.withdrawn_at && one[what as "session"] === key) ?? [];
  if (!data || (here.length === 0 && !data.may_add)) return null;
  return (
    <Row gap={2}>
      {here.map((one) => (
        <button
          key={one.id}
          type="button"
          className={css.chip}
          disabled={!one.whole}
          onClick={() => open("papers.see", one.id)}
        >
          {one.thumbnail ? (
            <img src={`/api/disputes/${file.id}/papers/${one.id}/thumbnail`} alt="" loading="lazy" />
          ) : (
            iconOf(one)
          )}
          <span>
            <bdi>{calledPaper(one)}</bdi>
            {one.party && <small> {nameOf(one.party)}</small>}
          </span>
        </button>
      ))}
      {data.may_add && (
        <Button
          kind="quiet"
          icon={<FilePlus2 size={18} aria-hidden />}
          onClick={() => open("papers.add", `${what}:${key}`)}
        >
          {verb}
        </Button>
      )}
    </Row>
  );
}
