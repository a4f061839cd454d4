import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Grid, type Option, SelectField } from "../../ui";
import { nameIn, useDivisions } from "./catalogue";
import type { Division } from "./shapes";

interface PlaceProps {
  id?: string;
  /** Official code; "" while nothing is chosen. */
  value: string;
  onChange: (code: string) => void;
  error?: string;
  required?: boolean;
  /** How far down the place is to be named. */
  to?: "district" | "subdistrict" | "community";
}

const district = 6;
const subdistrict = 9;
const community = 12;

function parents(code: string): string[] {
  return [code.slice(0, district), code.slice(0, subdistrict)].filter((one) => one !== code);
}

/** A place by its official division: walked from the district down, or found at once by its name. */
export function PlacePicker({ id, value, onChange, error, required, to = "community" }: PlaceProps) {
  const { t, i18n } = useTranslation("intake");
  const all = useDivisions();
  const names = useMemo(() => new Map(all.map((one) => [one.code, nameIn(one, i18n.language)])), [all, i18n.language]);
  const at = (length: number) => (value.length >= length ? value.slice(0, length) : "");
  const below = (length: number, parent: string) =>
    all.filter((one) => one.code.length === length && one.code.startsWith(parent));
  const plain = (one: Division): Option => ({ value: one.code, label: names.get(one.code) ?? one.name });
  const withParents = (one: Division): Option => ({
    value: one.code,
    label: [
      names.get(one.code),
      ...parents(one.code)
        .reverse()
        .map((code) => names.get(code)),
    ]
      .filter(Boolean)
      .join(" · "),
  });
  // The last one asked for is the field itself.
  const itself = (one: string) => (one === to ? { id, required, error } : {});
  return (
    <Grid least={200}>
      <SelectField
        {...itself("district")}
        label={t("place.district")}
        options={below(district, "").map(plain)}
        value={at(district)}
        onChange={(code) => onChange(code ?? "")}
        clearable={false}
      />
      {to !== "district" && (
        <SelectField
          {...itself("subdistrict")}
          label={t("place.subdistrict")}
          options={below(subdistrict, at(district)).map(at(district) ? plain : withParents)}
          value={at(subdistrict)}
          onChange={(code) => onChange(code ?? at(district))}
          clearable={false}
          search
        />
      )}
      {to === "community" && (
        <SelectField
          {...itself("community")}
          label={t("place.community")}
          placeholder={t("place.hint")}
          options={below(community, at(subdistrict) || at(district)).map(at(subdistrict) ? plain : withParents)}
          value={at(community)}
          onChange={(code) => onChange(code ?? at(subdistrict))}
          clearable={false}
          search
        />
      )}
    </Grid>
  );
}
