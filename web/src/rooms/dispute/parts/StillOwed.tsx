// Two parties who are both here ask whether they have an agreement that is still to be performed.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { date } from "../../../lib/fmt";
import { tell } from "../../../lib/server";
import { Bidi, Button, Card, CheckField, Row, Stack, toastProblem } from "../../../ui";
import type { StillOwed as Owed } from "../../shared/shapes";
import type { FileView } from "../types";

export function StillOwed({ file }: { file: FileView }) {
  const { t } = useTranslation("dispute");
  const [both, setBoth] = useState(false);
  const [found, setFound] = useState<Owed[] | null>(null);
  const known = file.dispute.parties.filter((one) => one.id_number && !one.left);
  const one = known.find((party) => party.side === "applicant");
  const other = known.find((party) => party.side === "respondent");
  if (!one || !other || !file.allowed.includes("acceptance.amended")) return null;
  const look = async () => {
    try {
      const path = `/disputes/${file.id}/still-owed`;
      const body = { one: one.id, other: other.id, both_present: both };
      setFound((await tell<{ agreements: Owed[] }>(path, body)).agreements);
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Card level={3} title={t("owed.title")}>
      <Stack gap={3}>
        <CheckField label={t("owed.both")} hint={t("owed.hint")} value={both} onChange={setBoth} />
        <Row>
          <Button disabled={!both} onClick={() => void look()}>
            {t("owed.look")}
          </Button>
        </Row>
        <div aria-live="polite">
          {found?.length === 0 && <p>{t("owed.none")}</p>}
          {found && found.length > 0 && (
            <ul>
              {found.map((each) => (
                <li key={each.number}>
                  <Bidi>{each.number}</Bidi> · {each.organisation_name}
                  {each.promises_due && ` · ${t("owed.until", { when: date(each.promises_due) })}`}
                </li>
              ))}
            </ul>
          )}
        </div>
      </Stack>
    </Card>
  );
}
