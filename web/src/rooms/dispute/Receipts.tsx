import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Bidi, Button, Card, Empty, Facts, Page, PrintPage } from "../../ui";
import { shownCode } from "../intake/Receipts";
import { qrOf } from "./api";
import css from "./dispute.module.css";
import { laidReceipts, type Shown } from "./receipts";
import { useWords } from "./words";

/** One receipt a party, to be printed and handed over: code, QR, and whom to call. */
export function Receipts() {
  const { t } = useTranslation("dispute");
  const { dispute = "" } = useParams();
  const shown = laidReceipts();
  const back = `/desk/disputes/${dispute}`;
  if (!shown)
    return (
      <Page title={t("receipt.title")} back={{ to: back, label: t("backToFile") }}>
        <Card>
          <Empty action={<Button to={back}>{t("backToFile")}</Button>}>{t("receipt.gone")}</Empty>
        </Card>
      </Page>
    );
  return (
    <PrintPage title={t("receipt.title")} actions={<Button to={back}>{t("backToFile")}</Button>}>
      {shown.codes.map((one) => (
        <Receipt key={one.party} shown={shown} one={one} />
      ))}
    </PrintPage>
  );
}

function Receipt({ shown, one }: { shown: Shown; one: Shown["codes"][number] }) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const { data } = useQuery({
    queryKey: ["receipt", one.party],
    queryFn: () => qrOf(one.code),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <section className={css.receipt}>
      <div>
        <h2>{t("receipt.for", { side: word("side", one.side), name: one.name })}</h2>
        <Facts
          rows={[
            { name: t("receipt.number"), value: shown.number },
            { name: t("receipt.kind"), value: shown.kind },
            { name: t("receipt.place"), value: shown.place },
            { name: t("receipt.office"), value: shown.office },
            { name: t("receipt.phone"), value: shown.phone && <Bidi>{shown.phone}</Bidi> },
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
