import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { useAsk } from "../../lib/server";
import { Button, PrintPage, ProblemCard, Skeleton } from "../../ui";
import { FormPaper } from "../documents/FormPaper";
import type { PrintedForm } from "../documents/shapes";
import { pageOf } from "./shapes";
import { printAddress } from "./TermTab";

/** A notice to the court at its real size. */
export function PrintNotice() {
  const { t } = useTranslation(["organisation", "documents"]);
  const { organisation = "", term = "", notice = "" } = useParams();
  const [query] = useSearchParams();
  const language = query.get("language") === "en" ? "en" : "zh";
  const page = useAsk<PrintedForm>(`/terms/${term}/notices/${notice}`, { language });
  useEffect(() => {
    if (page.data) document.title = [page.data.title, page.data.number].filter(Boolean).join(" ");
  }, [page.data]);
  if (page.error) return <ProblemCard error={page.error} retry={() => void page.refetch()} />;
  if (!page.data) return <Skeleton count={12} />;
  const other = language === "zh" ? "en" : "zh";
  return (
    <PrintPage
      title={page.data.title}
      lang={page.data.language}
      actions={
        <>
          <Button to={`${printAddress(organisation, term, notice)}?language=${other}`}>
            {t(language === "zh" ? "documents:inEnglish" : "documents:inChinese")}
          </Button>
          <Button kind="quiet" to={`${pageOf(organisation)}?tab=term`}>
            {t("organisation:notice.back")}
          </Button>
        </>
      }
    >
      <FormPaper html={page.data.html} />
    </PrintPage>
  );
}
