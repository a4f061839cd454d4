import { ChevronLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, Row } from "../../ui";

/** Back to the first step, as somebody else or after a wrong name. */
export function StepBack({ startAgain }: { startAgain: () => void }) {
  const { t } = useTranslation("door");
  return (
    <Row>
      <Button
        kind="quiet"
        icon={<ChevronLeft size={18} aria-hidden className="icon-direction" />}
        onClick={() => startAgain()}
      >
        {t("code.back")}
      </Button>
    </Row>
  );
}
