import { useTranslation } from "react-i18next";
import { textDirection } from "../../i18n/languages";
import { date } from "../../lib/fmt";
import { Card, Deadline, Money, Stack } from "../../ui";
import type { SignerPromise, SigningPage } from "./shapes";
import css from "./sign.module.css";

/** What I promise first, then what I get, then the whole text beside its translation. */
export function Text({ page }: { page: SigningPage }) {
  const { t } = useTranslation("sign");
  const two = page.second_language;
  return (
    <>
      {page.voided && (
        <Card tone="warn" title={t("voided.title")}>
          <p>{t("voided.says")}</p>
        </Card>
      )}
      <Card title={t("iPromise")} tone="brand">
        {page.i_promise.length > 0 ? (
          <Promises promises={page.i_promise} page={page} mine />
        ) : (
          <p>{t("iPromiseNothing")}</p>
        )}
      </Card>
      <Card title={t("iGet")} tone="info">
        {page.i_get.length > 0 ? <Promises promises={page.i_get} page={page} /> : <p>{t("iGetNothing")}</p>}
      </Card>
      {page.among_others.length > 0 && (
        <Card title={t("amongOthers")}>
          <Promises promises={page.among_others} page={page} />
        </Card>
      )}
      <Card title={t("wholeText")}>
        <Stack gap={3}>
          {two && <p className="dim">{t(page.governs === "zh" ? "governsChinese" : "governsSecond")}</p>}
          {page.partial && <p className="dim">{t("partial")}</p>}
          <div className={css.clauses}>
            {page.clauses.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a text of fixed order
              <div key={at} className={css.clause} data-two={two ? "" : undefined}>
                <p lang="zh-CN" dir="ltr">
                  {one.chinese}
                </p>
                {two && (
                  <p lang={two} dir={textDirection(two)} data-second>
                    {one.second}
                  </p>
                )}
              </div>
            ))}
          </div>
        </Stack>
      </Card>
      <Card title={t("others")}>
        <ul className={css.promises}>
          {page.others.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list of fixed order; two may bear one name
            <li key={at}>
              <bdi>{one.name}</bdi> · {one.signed_at ? t("hasSigned", { day: date(one.signed_at) }) : t("notYet")}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

interface PromisesProps {
  promises: SignerPromise[];
  page: SigningPage;
  mine?: boolean;
}

function Promises({ promises, page, mine = false }: PromisesProps) {
  const { t } = useTranslation("sign");
  return (
    <ul className={css.promises}>
      {promises.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text of fixed order; two promises may be alike
        <li key={at}>
          <p>
            {mine ? t("toWhom", { to: one.to }) : t("fromWhom", { who: one.who, to: one.to })}
            {one.amount !== null && (
              <>
                {" · "}
                <strong>
                  <Money fen={one.amount} />
                </strong>
              </>
            )}
          </p>
          <p className={css.words} lang="zh-CN">
            {one.what}
          </p>
          {one.second && page.second_language && (
            <p className={css.words} lang={page.second_language} dir={textDirection(page.second_language)}>
              {one.second}
            </p>
          )}
          <p>
            {one.manner} · <Deadline due={one.due} full />
          </p>
        </li>
      ))}
    </ul>
  );
}
