import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { useAsk } from "../../lib/server";
import { Button, Empty, PrintPage, ProblemCard, Skeleton } from "../../ui";
import { FormPaper } from "./FormPaper";
import { type Forms, type PrintedForm, printAddress } from "./shapes";

/** One form at its real size. Without a session or agreement in the address it is the latest one. */
export function PrintForm() {
  const { t } = useTranslation("documents");
  const { id = "", form = "" } = useParams();
  const [query] = useSearchParams();
  const language = query.get("language") === "en" ? "en" : "zh";
  const offers = useAsk<Forms>(`/disputes/${id}/documents`, {}, { when: id !== "" });
  const mine = offers.data?.forms.filter((offer) => offer.form === form) ?? [];
  const subject = query.get("subject") ?? mine.findLast((offer) => offer.available)?.subject ?? null;
  const ready = mine.some((offer) => offer.available && offer.subject === subject);
  const page = useAsk<PrintedForm>(`/disputes/${id}/documents/${form}`, { subject, language }, { when: ready });
  const error = offers.error ?? page.error;

  useEffect(() => {
    if (page.data) document.title = [page.data.title, page.data.number].filter(Boolean).join(" ");
  }, [page.data]);

  const choose = (
    <Button kind="quiet" to={`/desk/disputes/${id}/print`}>
      {t("otherForms")}
    </Button>
  );
  if (error) return <ProblemCard error={error} retry={() => void offers.refetch()} />;
  if (offers.data && !ready)
    return (
      <Empty action={choose}>
        {mine.find((offer) => offer.subject === subject)?.reason ?? mine[0]?.reason ?? t("unknown")}
      </Empty>
    );
  if (!page.data) return <Skeleton count={12} />;
  return (
    <PrintPage
      title={page.data.title}
      lang={page.data.language}
      actions={
        <>
          <Button to={printAddress(id, form, subject, language === "zh" ? "en" : "zh")}>
            {t(language === "zh" ? "inEnglish" : "inChinese")}
          </Button>
          {choose}
        </>
      }
    >
      <FormPaper html={page.data.html} />
    </PrintPage>
  );
}
