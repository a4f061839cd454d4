// The dossier beside the dispute: how much of what it has to have is there, what is missing with the
// way to it, how long it is kept, and what was handed over.
import { FileArchive, FileText, PackageOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { articleOf, beside, date, dateTime, number } from "../../../lib/fmt";
import { useAsk } from "../../../lib/server";
import { Button, Card, Facts, ProblemCard, Progress, Row, Stack, StatusBadge } from "../../../ui";
import { usePapers } from "../../papers/list";
import css from "../dispute.module.css";
import type { Closing, FileView, LackingPaper, Packages as PackagesOf, SentPackage } from "../types";
import type { PartProps } from "./parts";

export function useClosing(file: FileView, when = true) {
  return useAsk<Closing>(`/disputes/${file.id}/closing`, {}, { when });
}

export function Dossier({ file, deeds, open }: PartProps) {
  const { t } = useTranslation("dispute");
  const { data, error, refetch } = useClosing(file, file.number !== "");
  const { data: brought } = usePapers(file.id);
  if (error && !data)
    return (
      <Card title={t("dossier.title")}>
        <ProblemCard error={error} retry={() => void refetch()} />
      </Card>
    );
  if (!data) return null;
  const ways = brought?.may_add ? [...deeds, "papers.added"] : deeds;
  return (
    <Card
      title={t("dossier.title")}
      actions={
        <Button kind="quiet" to={`/desk/disputes/${file.id}/print`} icon={<FileText size={16} aria-hidden />}>
          {t("papers")}
        </Button>
      }
    >
      <Stack gap={3}>
        <Completeness closing={data} />
        {data.required.length > 0 && (
          <>
            <h3>{t("dossier.required")}</h3>
            <Lacking file={file} papers={data.required} deeds={deeds} open={open} />
          </>
        )}
        {data.reminders.length > 0 && !data.archived_at && (
          <details>
            <summary>{t("dossier.reminders", { count: data.reminders.length })}</summary>
            <Lacking file={file} papers={data.reminders} deeds={ways} open={open} />
          </details>
        )}
        {data.kept && (
          <Facts
            rows={[
              { name: t("dossier.archived"), value: data.archived_at && date(data.archived_at) },
              { name: t("field.retention"), value: data.kept.name },
              {
                name: t("dossier.keptUntil"),
                value: data.kept.until ? beside(date(data.kept.until), data.kept.counted) : data.kept.counted,
              },
            ]}
          />
        )}
        {data.kept && <p className="dim">{t("dossier.neverDeleted")}</p>}
        <Packages file={file} deeds={deeds} open={open} />
      </Stack>
    </Card>
  );
}

export function Completeness({ closing }: { closing: Closing }) {
  const { t } = useTranslation("dispute");
  const { needed, there } = closing;
  const says = t("dossier.whole", { there: number(there), needed: number(needed) });
  return <Progress says={says} there={there} needed={needed} />;
}

/** Each missing paper with the way to it: filled in by hand, by a deed, or brought. */
export function Lacking({ file, papers, deeds, open }: { papers: LackingPaper[] } & PartProps) {
  return (
    <ul className={css.lacking}>
      {papers.map((one) => (
        <li key={`${one.form} ${one.subject}`}>
          <Way file={file} paper={one} deeds={deeds} open={open} />
          <span className="dim block">
            {one.why}
            {one.article && ` · ${articleOf(one.article)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Way({ file, paper, deeds, open }: { paper: LackingPaper } & PartProps) {
  if (paper.deed && deeds.includes(paper.deed))
    return (
      <Button
        kind="quiet"
        onClick={() =>
          paper.deed === "papers.added"
            ? open("papers.add", `agreement:${paper.subject}`)
            : open(paper.deed ?? "", paper.subject ?? "")
        }
      >
        {paper.title}
      </Button>
    );
  if (paper.fillable && file.allowed.includes("mediation.noted"))
    return (
      <Link
        to={`/desk/disputes/${file.id}/print/${paper.form}/fill${paper.subject ? `?subject=${paper.subject}` : ""}`}
      >
        {paper.title}
      </Link>
    );
  return <strong>{paper.title}</strong>;
}

/** What went out: to whom, by what right, and the same file again; and where there is somebody to hand to, the way. */
function Packages({ file, deeds, open }: PartProps) {
  const { t } = useTranslation("dispute");
  const { data, error, refetch } = useAsk<PackagesOf>(`/disputes/${file.id}/packages`);
  if (error && !data) return <ProblemCard error={error} retry={() => void refetch()} />;
  if (!data) return null;
  return (
    <>
      {data.packages.length > 0 && (
        <>
          <h3>{t("package.sent")}</h3>
          <ul className={css.lacking}>
            {data.packages.map((one) => (
              <SentOne key={one.id} file={file} one={one} />
            ))}
          </ul>
        </>
      )}
      {deeds.includes("documents.package_sent") && data.recipients.length > 0 && (
        <Row>
          <Button icon={<PackageOpen size={16} aria-hidden />} onClick={() => open("documents.package_sent")}>
            {t("package.handOver")}
          </Button>
        </Row>
      )}
    </>
  );
}

function SentOne({ file, one }: { file: FileView; one: SentPackage }) {
  const { t } = useTranslation("dispute");
  return (
    <li>
      <strong>{one.to}</strong> <StatusBadge tone="info">{t(`package.kind.${one.kind}`)}</StatusBadge>
      <span className="dim block">
        {dateTime(one.sent_at)} · {one.sent_by_name} · {one.basis}
      </span>
      <details>
        <summary>{t("package.files", { count: one.files.length })}</summary>
        <ul>
          {one.files.map((part) => (
            <li key={part.name}>
              {part.title || part.name} <code className={css.hash}>{part.hash}</code>
            </li>
          ))}
        </ul>
        {one.reason && <p>{one.reason}</p>}
        {one.consented.length > 0 && <p>{t("package.consentOf", { names: one.consented.join(t("package.and")) })}</p>}
      </details>
      {one.changed_since && <span className="dim block">{t("package.changedSince")}</span>}
      {file.sight.contacts && file.allowed.includes("documents.package_sent") && (
        <Button
          kind="quiet"
          icon={<FileArchive size={16} aria-hidden />}
          file={`/api/disputes/${file.id}/packages/${one.id}.zip`}
        >
          {t("package.again")}
        </Button>
      )}
    </li>
  );
}
