import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { Problem, problemOf } from "../problem";
import { Page } from "../ui/layout";
import { ProblemCard } from "../ui/ProblemCard";

/** A page that could not be loaded, or that fell over: say so, and offer to load it again. */
export function Failure() {
  const { t } = useTranslation("common");
  const error = useRouteError();
  const chunk = error instanceof Error && /dynamically imported|Importing a module/i.test(error.message);
  const problem = chunk ? new Problem({ status: 0, code: "offline" }) : problemOf(error);
  return (
    <Page title={t("problem.broken.title")}>
      <ProblemCard error={problem} retry={() => location.reload()} safe={t("problem.safe")} />
    </Page>
  );
}
