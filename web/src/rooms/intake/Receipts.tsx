import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import { Button, Card, Row, Stack } from "../../ui";
import type { ReceiptCode } from "../shared/shapes";
import css from "./intake.module.css";

export const shownCode = (code: string) => (code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : code);

/** Draws an SVG of the server as a picture; nothing of it is put into the page itself. */
export function Qr({ svg, label }: { svg: string; label: string }) {
  return <img className={css.qr} src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} alt={label} />;
}

function useQr(code: string) {
  return useQuery({
    queryKey: ["qr", code],
    queryFn: () => tell<{ svg: string; link: string }>("/receipts/qr", { code }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

interface ReceiptsProps {
  codes: ReceiptCode[];
  /** The name behind a party's key, where it is known. */
  nameOf?: (party: string) => string | null | undefined;
}

/** A receipt for each party: its code and QR, shown once, to be printed and handed over. */
export function Receipts({ codes, nameOf }: ReceiptsProps) {
  const { t } = useTranslation("intake");
  if (codes.length === 0) return null;
  return (
    <Card
      title={t("receipts.title")}
      tone="ok"
      actions={
        <span className="no-print">
          <Button icon={<Printer size={18} aria-hidden />} onClick={() => window.print()}>
            {t("receipts.print")}
          </Button>
        </span>
      }
    >
      <Stack gap={4}>
        <p>{t("receipts.says")}</p>
        {codes.map((one) => (
          <Receipt key={one.party} receipt={one} name={nameOf?.(one.party) ?? null} />
        ))}
      </Stack>
    </Card>
  );
}

function Receipt({ receipt, name }: { receipt: ReceiptCode; name: string | null }) {
  const { t } = useTranslation("intake");
  const { data } = useQr(receipt.code);
  return (
    <div className={css.receipt}>
      <Stack gap={1}>
        <Row>
          <strong>{t(`party.${receipt.side}`)}</strong>
          {name && <bdi>{name}</bdi>}
        </Row>
        <bdi className={css.code} dir="ltr">
          {shownCode(receipt.code)}
        </bdi>
        <p className="dim">{t("receipts.how")}</p>
      </Stack>
      {data && <Qr svg={data.svg} label={t("receipts.qr")} />}
    </div>
  );
}
