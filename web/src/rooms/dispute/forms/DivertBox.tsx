// Where a dispute should go and how hard it is, as the rules propose; another choice says why.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { RadioTiles, SelectField, Stack } from "../../../ui";
import { useProposal } from "../api";
import { useWords } from "../words";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";

export function GradeBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { data } = useProposal(box.file.id, box.file.version);
  const { enumeration, word } = useWords();
  const field = bound<string | null>(box);
  const { suggest } = box.form;
  const wanted = box.file.dispute.grade ?? data?.grade;
  const { name } = box;
  useEffect(() => {
    if (field.value === null && wanted) suggest({ [name]: wanted });
  }, [field.value, wanted, name, suggest]);
  return (
    <Stack gap={1}>
      <RadioTiles {...field} {...useLabel("grade")} required options={enumeration("grade")} />
      {data && (
        <div className="dim">
          {t("proposedGrade", { grade: word("grade", data.grade) })}
          {data.reasons.length === 0 ? ` ${t("noMark")}` : ""}
          <ul>
            {data.reasons.map((one) => (
              <li key={one.key}>{one.says}</li>
            ))}
          </ul>
          {field.value && field.value !== data.grade && <strong>{t("otherGrade")}</strong>}
        </div>
      )}
    </Stack>
  );
}

export function DoorBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { data } = useProposal(box.file.id, box.file.version);
  const { word } = useWords();
  const field = bound<string | null>(box);
  const { suggest } = box.form;
  const best = data?.doors.find((one) => one.proposed)?.organisation;
  const { name } = box;
  useEffect(() => {
    if (field.value === null && best) suggest({ [name]: best });
  }, [field.value, best, name, suggest]);
  const options = (data?.doors ?? []).map((one) => ({
    value: one.organisation,
    label: [one.name, word("level", one.level), one.proposed && t("proposed")].filter(Boolean).join(" · "),
  }));
  const told = useLabel("organisation");
  return (
    <Stack gap={1}>
      {options.length <= 5 ? (
        <RadioTiles {...field} {...told} required options={options} />
      ) : (
        <SelectField {...field} {...told} required options={options} />
      )}
      {field.value && best && field.value !== best && <strong>{t("otherDoor")}</strong>}
    </Stack>
  );
}
