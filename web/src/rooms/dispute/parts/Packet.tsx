// The packet for the court: the papers in its order, what is there and what lacks, with the way to it.
import { Check, CircleDashed, FilePlus2, PackageOpen } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { newKey } from "../../../api";
import { articleOf } from "../../../lib/fmt";
import { tell, useAsk } from "../../../lib/server";
import { Button, ProblemCard, toast, toastProblem } from "../../../ui";
import { fillAddress, printAddress } from "../../documents/shapes";
import { usePapers } from "../../papers/list";
import { useShowFile } from "../api";
import css from "../dispute.module.css";
import type { Agreement, FileView, Packet as PacketOf } from "../types";
import type { PartProps } from "./parts";

export function Packet({ file, agreement, open }: Pick<PartProps, "file" | "open"> & { agreement: Agreement }) {
  const { t } = useTranslation("dispute");
  const { data: brought } = usePapers(file.id);
  const show = useShowFile();
  const [busy, setBusy] = useState(false);
  const [key] = useState(newKey);
  const { data, error, refetch } = useAsk<PacketOf>(`/disputes/${file.id}/agreements/${agreement.id}/packet`, {});
  if (error && !data) return <ProblemCard error={error} retry={() => void refetch()} />;
  if (!data) return null;
  const make = () => {
    setBusy(true);
    tell<FileView>(
      `/disputes/${file.id}/agreements/${agreement.id}/packet`,
      {},
      { key: `${key}-${file.version}`, version: file.version },
    )
      .then((answer) => {
        show(answer);
        toast(t("packet.made"));
      }, toastProblem)
      .finally(() => setBusy(false));
  };
  return (
    <div className={css.packet}>
      <details open={data.lacks > 0 || undefined}>
        <summary>{data.lacks > 0 ? t("packet.lacks", { count: data.lacks }) : t("packet.whole")}</summary>
        <ol className={css.course}>
          {data.papers.map((one) => (
            <li key={`${one.form} ${one.subject}`}>
              {one.there ? <Check size={16} aria-hidden /> : <CircleDashed size={16} aria-hidden />}
              <span>
                {one.there ? (
                  <Link to={printAddress(file.id, one.form, one.subject)}>{one.title}</Link>
                ) : one.fillable ? (
                  <Link to={fillAddress(file.id, one.form, one.subject)}>{one.title}</Link>
                ) : (
                  <strong>{one.title}</strong>
                )}{" "}
                {one.about}
                <span className="dim block">
                  {one.there ? t("packet.there") : one.required ? one.reason : t("packet.asNeeded")}
                  {one.article && ` · ${articleOf(one.article)}`}
                </span>
                {one.form === "agreement" &&
                  data.scans.map((scan) => (
                    <span key={scan.paper} className="block">
                      <Check size={16} aria-hidden /> <Brought one={scan} />
                    </span>
                  ))}
              </span>
            </li>
          ))}
          {data.identity.map((one) => (
            <li key={one.paper}>
              <Check size={16} aria-hidden />
              <span>
                <Brought one={one} />
              </span>
            </li>
          ))}
        </ol>
      </details>
      {data.wants_scan && (
        <p className="dim">
          {t("packet.wantsScan")}{" "}
          {brought?.may_add && (
            <Button
              kind="quiet"
              icon={<FilePlus2 size={16} aria-hidden />}
              onClick={() => open("papers.add", `agreement:${agreement.id}`)}
            >
              {t("attach.agreement")}
            </Button>
          )}
        </p>
      )}
      {data.court ? <p>{t("packet.court", { court: data.court })}</p> : <p>{t("packet.noCourt")}</p>}
      {data.may_send && (
        <Button icon={<PackageOpen size={16} aria-hidden />} busy={busy} onClick={make}>
          {t("packet.make")}
        </Button>
      )}
    </div>
  );
}

const Brought = ({ one }: { one: PacketOf["scans"][number] }) => (
  <>
    {one.title} <span className="dim">{one.kind_name}</span>
  </>
);
