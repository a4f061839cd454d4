// What stands between the bureau and a file: open fields without names, and who has broken the glass.
import { Eye, EyeOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { dateTime } from "../../../lib/fmt";
import { Button, Card, Row, Stack } from "../../../ui";
import type { FileView } from "../types";

export const glassBroken = "oversight.glass_broken";

/** For a reader of open fields: that names and words are not shown, and the way to them. */
export function Behind({ file, open }: { file: FileView; open: (deed: string) => void }) {
  const { t } = useTranslation("dispute");
  if (file.sight.personal) return null;
  return (
    <Card tone="info">
      <Stack gap={2}>
        <strong>
          <EyeOff size={18} aria-hidden style={{ verticalAlign: "text-bottom" }} /> {t("glass.behind")}
        </strong>
        <p>{t(file.dispute.restricted_at ? "glass.locked" : "glass.why")}</p>
        {file.allowed.includes(glassBroken) && (
          <Row>
            <Button icon={<Eye size={18} aria-hidden />} onClick={() => open(glassBroken)}>
              {t("glass.break")}
            </Button>
          </Row>
        )}
      </Stack>
    </Card>
  );
}

/** For everybody who may see the file: who of the bureau opened it, when, until when, and why. */
export function Opened({ file }: { file: FileView }) {
  const { t } = useTranslation("dispute");
  const { glasses } = file.dispute;
  if (glasses.length === 0) return null;
  const nameOf = (key: string) => file.people.find((one) => one.id === key)?.name ?? t("unknownParty");
  return (
    <Card tone="warn" title={t("glass.opened")}>
      <Stack gap={2}>
        {[...glasses].reverse().map((one) => (
          <p key={one.at}>
            <bdi>{nameOf(one.person)}</bdi> {t("glass.line", { from: dateTime(one.at), until: dateTime(one.until) })}
            {one.reason && (
              <>
                {" "}
                {t("glass.reason")} <bdi>{one.reason}</bdi>
              </>
            )}
          </p>
        ))}
      </Stack>
    </Card>
  );
}
