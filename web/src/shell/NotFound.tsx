import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { Button } from "../ui/Button";
import { Empty } from "../ui/Empty";
import { Card, Page } from "../ui/layout";

/** No page has this address. */
export function NotFound() {
  const { t } = useTranslation("common");
  const home = useLocation().pathname.startsWith("/desk") ? "/desk" : "/";
  return (
    <Page title={t("notFound.title")}>
      <Card>
        <Empty
          action={
            <Button kind="primary" to={home}>
              {t("notFound.home")}
            </Button>
          }
        >
          {t("notFound.says")}
        </Empty>
      </Card>
    </Page>
  );
}
