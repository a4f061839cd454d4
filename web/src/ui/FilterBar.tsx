// Filters of a list. Their values live in the address, so that a list can be sent to a
// colleague and the back button works; a new filter begins at the first page.
import "../theme/mantine-forms.css";
import { TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Search } from "lucide-react";
import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigation } from "react-router";
import { type Changes, useAddress } from "../lib/address";
import { Button } from "./Button";
import css from "./FilterBar.module.css";

/** The filters of a page: `get("stage")`, `set("stage", "mediating")`, null takes one away. */
export function useFilters() {
  const { search, change } = useAddress();
  const { state } = useLocation(); // a filter changes what is shown, not where one came from
  const put = useCallback(
    (values: Changes) => change({ ...values, cursor: null }, { replace: true, state, preventScrollReset: false }),
    [change, state],
  );
  const set = useCallback((name: string, value: string | null) => put({ [name]: value }), [put]);
  return {
    get: (name: string) => search.get(name),
    set,
    /** Several at once. */
    put,
    clear: (names: string[]) => put(Object.fromEntries(names.map((name) => [name, null]))),
    any: (names: string[]) => names.some((name) => search.has(name)),
  };
}

interface FilterBarProps {
  /** Those that "clear" takes away. */
  names: string[];
  /** The search box: always in sight. */
  search?: ReactNode;
  children: ReactNode;
}

/** Filters in a row; on a phone they are folded below the search box, with how many are set. */
export function FilterBar({ names, search, children }: FilterBarProps) {
  const { t } = useTranslation("common");
  const filters = useFilters();
  const narrow = useMediaQuery("(max-width: 39.99em)", undefined, { getInitialValueInEffect: false });
  const set = names.filter((name) => name !== "q" && filters.get(name) !== null).length;
  const reset = filters.any(names) && (
    <div data-reset>
      <Button kind="quiet" onClick={() => filters.clear(names)}>
        {t("filter.clear")}
      </Button>
    </div>
  );
  if (narrow && search)
    return (
      <search className={`${css.bar} no-print`}>
        {search}
        <details className={css.folded}>
          <summary>{set > 0 ? t("filter.set", { count: set }) : t("filter.more")}</summary>
          <div className={css.bar}>{children}</div>
        </details>
        {reset}
      </search>
    );
  return (
    <search className={`${css.bar} no-print`}>
      {search}
      {children}
      {reset}
    </search>
  );
}

/** The search box of a list: asks on Enter, or 400 ms after the last letter (never while composing). */
export function SearchField({
  name = "q",
  label,
  placeholder,
}: {
  name?: string;
  label: string;
  placeholder?: string;
}) {
  const filters = useFilters();
  const asked = filters.get(name) ?? "";
  const [text, setText] = useState(asked);
  const [composing, setComposing] = useState(false);
  useEffect(() => setText(asked), [asked]);
  const { state } = useNavigation();
  const ask = useRef(() => {});
  const { pathname } = useLocation();
  // Who is opening a row meanwhile is not called back to the list.
  ask.current = () => {
    const here = state === "idle" && window.location.pathname === pathname;
    if (here && text.trim() !== asked) filters.set(name, text.trim() || null);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the text starts the wait anew
  useEffect(() => {
    if (composing) return;
    let wait = setTimeout(() => ask.current(), 400);
    const later = () => {
      clearTimeout(wait);
      wait = setTimeout(() => ask.current(), 400);
    };
    document.addEventListener("click", later, true);
    return () => {
      clearTimeout(wait);
      document.removeEventListener("click", later, true);
    };
  }, [text, composing]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    ask.current();
  };
  return (
    <form data-search onSubmit={onSubmit}>
      <TextInput
        type="search"
        label={label}
        placeholder={placeholder}
        leftSection={<Search size={18} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
    </form>
  );
}
