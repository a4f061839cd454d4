import { Printer } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useActions } from "../../lib/actions";
import { useAsk } from "../../lib/server";
import { Button, Mark, Page, ProblemCard, Row, Skeleton, Stack } from "../../ui";
import css from "./people.module.css";
import type { Card } from "./shapes";

/** The card that a mediator carries, at its real size. The QR answers anybody: valid or not. */
export function CardPage() {
  const { t } = useTranslation("people");
  const { person = "" } = useParams();
  const card = useAsk<Card>(`/people/${person}/card`);
  const print = t("card.print");
  useActions(useMemo(() => [{ id: "print", label: print, keys: "mod+p", run: () => window.print() }], [print]));
  return (
    <Page
      title={t("card.title")}
      subtitle={<span className="no-print">{t("card.says")}</span>}
      back={{ to: `/desk/people/${person}`, label: card.data?.name ?? t("title") }}
    >
      {card.error ? (
        <ProblemCard error={card.error} retry={() => void card.refetch()} />
      ) : !card.data ? (
        <Skeleton shape="cards" count={1} />
      ) : (
        <Stack gap={4}>
          <Row className="no-print">
            <Button kind="primary" icon={<Printer size={18} aria-hidden />} onClick={() => window.print()}>
              {print}
            </Button>
          </Row>
          <Face card={card.data} />
          <p className={`${css.link} dim no-print`}>
            {t("card.link")} <bdi dir="ltr">{card.data.link}</bdi>
          </p>
        </Stack>
      )}
    </Page>
  );
}

// The card is an official paper: Chinese, whatever the reader's language.
function Face({ card }: { card: Card }) {
  const informant = !card.serves_as.some((one) => one.key === "mediator");
  return (
    <article className={css.card} lang="zh-CN" aria-label={card.number}>
      <div className={css.cardHead}>
        <Mark size={22} />
        {informant ? "矛盾纠纷信息员证" : "人民调解员证"}
      </div>
      <dl>
        <dt>姓名</dt>
        <dd className={css.cardName}>{card.name}</dd>
        <dt>单位</dt>
        <dd>{card.organisation_name}</dd>
        <dt>证号</dt>
        <dd>{card.number}</dd>
        <dt>有效期</dt>
        <dd>
          {card.valid_from}
          {card.valid_until ? ` 至 ${card.valid_until}` : " 起"}
        </dd>
      </dl>
      <img alt={card.link} src={`data:image/svg+xml;utf8,${encodeURIComponent(card.qr)}`} />
      <div className={css.cardFoot}>发证机关：{card.issuer}　扫码核验证件是否有效。调解不收费。</div>
    </article>
  );
}
