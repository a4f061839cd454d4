import { useTranslation } from "react-i18next";
import { useAsk } from "../../lib/server";
import { FilterBar, SelectField, useFilters } from "../../ui";
import { nameIn } from "../shared/catalogue";
import type { Organisation } from "../shared/shapes";
import { months } from "./period";

/** Which months, and whose. */
export function Filters() {
  const { t, i18n } = useTranslation("figures");
  const filters = useFilters();
  const organisations = useAsk<{ organisations: Organisation[] }>("/organisations", {}, { fresh: 600_000 });
  const chosen = (name: string) => ({
    placeholder: t(`unset.${name}` as "unset.from"),
    value: filters.get(name),
    onChange: (to: string | null) => filters.set(name, to),
  });
  return (
    <FilterBar names={["from", "to", "organisation"]}>
      <SelectField label={t("from")} options={months()} {...chosen("from")} />
      <SelectField label={t("to")} options={months()} {...chosen("to")} />
      <SelectField
        label={t("organisation")}
        options={(organisations.data?.organisations ?? []).map((one) => ({
          value: one.id,
          label: nameIn(one, i18n.language),
        }))}
        {...chosen("organisation")}
      />
    </FilterBar>
  );
}
