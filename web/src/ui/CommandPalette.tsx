// Ctrl K: every dispute that can be found and everything that can be done, in one box.
// Loaded when it is first asked for.
import "../theme/mantine-overlays.css";
import { Modal as MantineModal } from "@mantine/core";
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type Action, composing, useRegisteredActions } from "../lib/actions";
import { type Found, findEverywhere } from "../lib/palette";
import { useRecent } from "../lib/recent";
import css from "./CommandPalette.module.css";
import { useFocusBack } from "./focusBack";
import { Kbd } from "./Kbd";

let opened = true; // the first request for the palette loads this file
const listeners = new Set<() => void>();

function put(next: boolean): void {
  opened = next;
  for (const tell of listeners) tell();
}

export function openPalette(): void {
  put(true);
}

function useOpened(): boolean {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => opened,
  );
}

const pause = 150;

/** What the server finds, a moment after the last letter; `late` while the answer is still to come. */
function useFound(query: string): { found: Found[]; late: boolean } {
  const [answer, setAnswer] = useState<{ of: string; found: Found[] }>({ of: "", found: [] });
  useEffect(() => {
    if (query === "") return setAnswer({ of: "", found: [] });
    const asked = new AbortController();
    const wait = setTimeout(() => {
      findEverywhere(query, asked.signal).then((found) => {
        if (!asked.signal.aborted) setAnswer({ of: query, found });
      });
    }, pause);
    return () => {
      clearTimeout(wait);
      asked.abort();
    };
  }, [query]);
  return { found: query === "" ? [] : answer.found, late: answer.of !== query };
}

interface Row {
  key: string;
  label: string;
  detail?: string;
  keys?: string;
  run: () => void;
}

interface Group {
  label: string;
  rows: Row[];
}

const fits = (action: Action, query: string) =>
  !action.quiet &&
  action.label !== "" &&
  query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => action.label.toLowerCase().includes(word));

/** The groups in their order: lately opened while nothing is typed, else what was found; then what can be done. */
function useGroups(query: string, found: Found[]): Group[] {
  const { t } = useTranslation("common");
  const navigate = useNavigate();
  const recent = useRecent();
  const actions = useRegisteredActions();
  return useMemo(() => {
    const places = query === "" ? [{ label: t("palette.recent"), entries: recent }] : found;
    const groups: Group[] = places.map(({ label, entries }) => ({
      label,
      rows: entries.map((entry) => ({
        key: entry.to,
        label: entry.label,
        detail: entry.detail,
        run: () => void navigate(entry.to),
      })),
    }));
    const able = actions.filter((action) => fits(action, query));
    for (const [label, pages] of [
      [t("palette.actions"), false],
      [t("palette.pages"), true],
    ] as const)
      groups.push({
        label,
        rows: able
          .filter((action) => (action.page ?? false) === pages)
          .map(({ id, label: name, keys, run }) => ({ key: id, label: name, detail: undefined, keys, run })),
      });
    return groups.filter((group) => group.rows.length > 0);
  }, [query, found, recent, actions, t, navigate]);
}

export function CommandPalette({ placeholder }: { placeholder: string }) {
  const { t } = useTranslation("common");
  const open = useOpened();
  const box = useFocusBack(open);
  return (
    <MantineModal.Root
      opened={open}
      onClose={() => put(false)}
      returnFocus={false}
      size={640}
      yOffset="12vh"
      transitionProps={{ duration: 80 }}
      zIndex={400}
    >
      <MantineModal.Overlay />
      <MantineModal.Content radius={14} ref={box} aria-label={t("palette.title")}>
        <Inside placeholder={placeholder} />
      </MantineModal.Content>
    </MantineModal.Root>
  );
}

function Inside({ placeholder }: { placeholder: string }) {
  const { t } = useTranslation("common");
  const [typed, setTyped] = useState("");
  const query = typed.trim();
  const { found, late } = useFound(query);
  const groups = useGroups(query, found);
  const rows = groups.flatMap((group) => group.rows);
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    rows.findIndex((row) => row.key === chosen),
  );
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);

  const run = (row: Row | undefined) => {
    if (!row) return;
    put(false);
    row.run();
  };
  // Who types a number and Enter at once means what is about to be found.
  useEffect(() => {
    if (late || !wanted.current) return;
    wanted.current = false;
    run(rows[0]);
  });
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const onKey = (event: KeyboardEvent) => {
    if (composing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && rows.length > 0) setChosen(rows[(at + step + rows.length) % rows.length]?.key ?? null);
    else if (event.key === "Enter" && late && chosen === null) wanted.current = true;
    else if (event.key === "Enter") run(rows[at]);
    else return;
    event.preventDefault();
  };
  const rowId = (index: number) => `${id}-${index}`;
  let index = -1;
  return (
    <div className={css.palette}>
      <div className={css.search}>
        <Search size={18} aria-hidden />
        <input
          role="combobox"
          aria-label={t("palette.title")}
          aria-expanded={rows.length > 0}
          aria-autocomplete="list"
          aria-controls={rows.length > 0 ? id : undefined}
          aria-activedescendant={rows.length > 0 ? rowId(at) : undefined}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(null);
            wanted.current = false;
          }}
          onKeyDown={onKey}
        />
        <Kbd keys="escape" />
      </div>
      {rows.length > 0 && (
        <div ref={list} id={id} role="listbox" aria-label={t("palette.title")} className={css.list}>
          {groups.map((group, nth) => (
            // biome-ignore lint/a11y/useSemanticElements: options of a list are grouped so
            <div key={group.label} role="group" aria-labelledby={`${id}-group-${nth}`}>
              <div id={`${id}-group-${nth}`} className={css.heading}>
                {group.label}
              </div>
              {group.rows.map((row) => {
                index += 1;
                const here = index;
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box above
                  // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box above
                  <div
                    key={row.key}
                    id={rowId(here)}
                    role="option"
                    aria-selected={here === at}
                    data-at={here}
                    className={css.row}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => run(row)}
                  >
                    <span className={css.words}>
                      <strong>
                        <bdi>{row.label}</bdi>
                      </strong>
                      {row.detail && (
                        <span className="dim">
                          <bdi>{row.detail}</bdi>
                        </span>
                      )}
                    </span>
                    {row.keys && <Kbd keys={row.keys} />}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
      )}
      <p className={css.none} role="status">
        {rows.length === 0 && (late ? t("palette.looking") : t("palette.nothing"))}
      </p>
    </div>
  );
}
