import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Bidi, Button, Card, Empty, Facts, Page, PrintPage, Skeleton } from "../../ui";
import { shownCode } from "../intake/Receipts";
import { useShownOnce } from "../shared/shownOnce";
import { qrOf, useFile } from "./api";
import css from "./dispute.module.css";
import type { FileView, ReceiptCode } from "./types";
import { usePartyName, useWords } from "./words";

/** One receipt a party, to be printed and handed over: code, QR, and whom to call. */
export function Receipts() {
  const { t } = useTranslation("dispute");
  const { dispute = "" } = useParams();
  const { shown: codes, known } = useShownOnce<ReceiptCode[]>();
  const { data: file } = useFile(dispute);
  const back = `/desk/disputes/${dispute}`;
  if (known && !codes)
    return (
      <Page title={t("receipt.title")} back={{ to: back, label: t("backToFile") }}>
        <Card>
          <Empty action={<Button to={back}>{t("backToFile")}</Button>}>{t("receipt.gone")}</Empty>
        </Card>
      </Page>
    );
  if (!codes || !file)
    return (
      <Page title={t("receipt.title")}>
        <Skeleton shape="cards" count={2} />
      </Page>
    );
  return (
    <PrintPage title={t("receipt.title")} actions={<Button to={back}>{t("backToFile")}</Button>}>
      {codes.map((one) => (
        <Receipt key={one.party} file={file} one={one} />
      ))}
    </PrintPage>
  );
}

function Receipt({ file, one }: { file: FileView; one: ReceiptCode }) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const nameOf = usePartyName(file);
  const desk = file.dispute.handlings[0]?.organisation;
  const office = file.organisations.find((known) => known.id === desk);
  const { data } = useQuery({
    queryKey: ["receipt", one.party],
    queryFn: () => qrOf(one.code),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <section className={css.receipt}>
      <div>
        <h2>{t("receipt.for", { side: word("side", one.side), name: nameOf(one.party) })}</h2>
        <Facts
          rows={[
            { name: t("receipt.number"), value: file.number },
            { name: t("receipt.kind"), value: file.kind_name },
            { name: t("receipt.place"), value: file.place_name },
            { name: t("receipt.office"), value: office?.name },
            { name: t("receipt.phone"), value: office?.phone && <Bidi>{office.phone}</Bidi> },
          ]}
        />
        <p className={css.code}>
          <Bidi>{shownCode(one.code)}</Bidi>
        </p>
        <p>{t("receipt.says")}</p>
      </div>
      {data && (
        <img
          className={css.qr}
          alt={t("receipt.qr")}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(data.svg)}`}
          width={160}
          height={160}
        />
      )}
    </section>
  );
}
