import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { useAsk } from "../../lib/server";
import { Button, Empty, PrintPage, ProblemCard, Skeleton } from "../../ui";
import css from "./documents.module.css";
import { FormPaper } from "./FormPaper";
import { type Forms, fillAddress, type PrintedForm, pdfAddress, printAddress, translations } from "./shapes";

/** At the foot of a party's copy: where anybody who holds it can check it, and the digest of its text. */
function CheckMark({ form }: { form: PrintedForm }) {
  const { i18n } = useTranslation("documents");
  // The sheet is Chinese, whatever its reader speaks.
  const t = i18n.getFixedT("zh-CN", "documents");
  return (
    <footer className={css.checkMark} lang="zh-CN">
      <img
        alt={t("checkQr")}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(form.check_qr)}`}
        width={90}
        height={90}
      />
      <div>
        <p>{t("checkSays")}</p>
        <p className={css.checkLink} data-check-link>
          {form.check_link}
        </p>
        {form.digest && (
          <p>
            {t("checkDigest")} <span className={css.checkDigest}>{form.digest}</span>
          </p>
        )}
      </div>
    </footer>
  );
}

/**
 * One form at its real size, the binding Chinese text first and a translation after it. Without a
 * subject in the address it is the latest one.
 */
export function PrintForm() {
  const { t } = useTranslation("documents");
  const { id = "", form = "" } = useParams();
  const [query] = useSearchParams();
  const offers = useAsk<Forms>(`/disputes/${id}/documents`, {}, { when: id !== "" });
  const mine = offers.data?.forms.filter((offer) => offer.form === form) ?? [];
  const subject = query.get("subject") ?? mine.findLast((offer) => offer.available)?.subject ?? null;
  const offer = mine.find((one) => one.available && one.subject === subject);
  const ready = offer !== undefined;
  // Whoever reads another language gets its translation, unless it is asked for otherwise.
  const asked = query.get("translation") ?? offer?.wanted[0];
  const translation = translations.find((one) => one === asked && offer?.languages.includes(one));
  const address = `/disputes/${id}/documents/${form}`;
  const page = useAsk<PrintedForm>(address, { subject, language: "zh" }, { when: ready });
  const other = useAsk<PrintedForm>(
    address,
    { subject, language: translation },
    { when: ready && translation !== undefined },
  );
  const failed = [offers, page, other].filter((one) => one.error && !one.data);
  const error = failed[0]?.error;

  useEffect(() => {
    if (page.data) document.title = [page.data.title, page.data.number].filter(Boolean).join(" ");
  }, [page.data]);

  const choose = (
    <Button kind="quiet" to={`/desk/disputes/${id}/print`}>
      {t("otherForms")}
    </Button>
  );
  const retry = () => {
    for (const one of failed) void one.refetch();
  };
  if (error) return <ProblemCard error={error} retry={retry} />;
  if (offers.data && !ready)
    return (
      <Empty action={choose}>
        {mine.find((one) => one.subject === subject)?.reason ?? mine[0]?.reason ?? t("unknown")}
      </Empty>
    );
  if (!page.data || (translation && !other.data)) return <Skeleton count={12} />;
  const choices = ["none", ...translations.filter((one) => offer?.languages.includes(one))] as const;
  return (
    <PrintPage
      title={page.data.title}
      lang={page.data.language}
      actions={
        <>
          {choices
            .filter((one) => one !== (translation ?? "none"))
            .map((one) => (
              <Button key={one} to={printAddress(id, form, subject, one)}>
                {t(`translation.${one}`)}
              </Button>
            ))}
          {offer?.fillable && offers.data?.may_fill && (
            <Button to={fillAddress(id, form, subject)}>{t(offer.filled ? "change" : "fill")}</Button>
          )}
          <Button file={pdfAddress(id, form, subject, translation ?? "zh")}>{t("pdf")}</Button>
          {choose}
        </>
      }
      translation={
        translation && other.data
          ? { title: other.data.title, lang: other.data.language, content: <FormPaper html={other.data.html} /> }
          : undefined
      }
    >
      <FormPaper html={page.data.html} />
      {page.data.check_link && <CheckMark form={page.data} />}
    </PrintPage>
  );
}
