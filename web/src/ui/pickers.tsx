// Lists that open: one or several of many. Typing finds in them; Enter takes the match that is
// marked, and never sends the form that the list stands in.
import "../theme/mantine-forms.css";
import { MultiSelect as MantineMultiSelect, Select as MantineSelect } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { composing } from "../lib/actions";
import { given, type Of } from "./fields";

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

// The list stays inside its landmark, and fixed so that no dialogue or table cuts it off.
const inPlace = { withinPortal: false, floatingStrategy: "fixed" } as const;

// Short lists open the keyboard of a phone for nothing; at a desk they are found by typing, too.
const atADesk = () => window.matchMedia("(pointer: fine)").matches;

/** The match that is marked; a list that has just opened may not have marked its first one yet. */
function match(list: Element): HTMLElement | null {
  const first = "[data-combobox-option]:not([data-combobox-disabled])";
  return list.querySelector<HTMLElement>("[data-combobox-selected]") ?? list.querySelector<HTMLElement>(first);
}

/** Enter belongs to the list: it takes the match or opens the list. Tab takes what was found by typing. */
function keys(searching: boolean) {
  // Before the list's own keys: it may have lost count of what is marked when it opened.
  return (event: KeyboardEvent<HTMLElement>) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || composing(event.nativeEvent)) return;
    // A shut list may still stand in the page.
    const open = input.getAttribute("aria-expanded") === "true";
    const list = open ? event.currentTarget.querySelector("[role=listbox]") : null;
    const found = list && searching ? match(list) : null;
    if (event.key === "Enter") {
      event.preventDefault();
      if (list && !found) return;
      event.stopPropagation();
      (found ?? input).click();
    } else if (event.key === "Tab" && !event.shiftKey) {
      found?.click();
    }
  };
}

/** One of a list; typing finds in it. Null is "none". */
export function SelectField(props: Of<string | null> & { options: Option[]; clearable?: boolean; search?: boolean }) {
  const { t } = useTranslation("common");
  const [typed, setTyped] = useState("");
  const chosen = props.options.find((one) => one.value === props.value)?.label ?? "";
  const searching = typed.trim() !== "" && typed !== chosen;
  return (
    <div data-picker onKeyDownCapture={keys(searching)}>
      <MantineSelect
        {...given(props)}
        data={props.options}
        value={props.value || null}
        onChange={props.onChange}
        onSearchChange={setTyped}
        selectFirstOptionOnChange={searching}
        clearable={props.clearable ?? !props.required}
        clearButtonProps={{ "aria-label": t("form.clear") }}
        searchable={props.search ?? (props.options.length > 8 || atADesk())}
        nothingFoundMessage={t("form.nothingFound")}
        checkIconPosition="right"
        allowDeselect={!props.required}
        openOnFocus={false}
        maxDropdownHeight={320}
        comboboxProps={inPlace}
      />
    </div>
  );
}

export function MultiSelectField(props: Of<string[]> & { options: Option[] }) {
  const { t } = useTranslation("common");
  const [typed, setTyped] = useState("");
  const searching = typed.trim() !== "";
  return (
    <div data-picker onKeyDownCapture={keys(searching)}>
      <MantineMultiSelect
        {...given(props)}
        data={props.options}
        value={props.value ?? []}
        onChange={props.onChange}
        onSearchChange={setTyped}
        selectFirstOptionOnChange={searching}
        clearButtonProps={{ "aria-label": t("form.clear") }}
        searchable
        openOnFocus={false}
        clearable
        nothingFoundMessage={t("form.nothingFound")}
        checkIconPosition="right"
        maxDropdownHeight={320}
        comboboxProps={inPlace}
      />
    </div>
  );
}
