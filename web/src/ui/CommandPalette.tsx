// Ctrl K: everything that can be done or found, in one box. Loaded when it is first asked for.
import "@mantine/spotlight/styles.layer.css";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type Action, useRegisteredActions } from "../lib/actions";
import { type Found, findEverywhere } from "../lib/palette";
import css from "./CommandPalette.module.css";
import { Kbd } from "./Kbd";

const [store, palette] = createSpotlight();

export function openPalette(): void {
  palette.open();
}

function useFound(query: string): Found[] {
  const [found, setFound] = useState<Found[]>([]);
  useEffect(() => {
    if (query.trim() === "") return setFound([]);
    const asked = new AbortController();
    const wait = setTimeout(() => {
      findEverywhere(query.trim(), asked.signal)
        .then((groups) => !asked.signal.aborted && setFound(groups))
        .catch(() => setFound([]));
    }, 120);
    return () => {
      clearTimeout(wait);
      asked.abort();
    };
  }, [query]);
  return found;
}

const matches = (action: Action, query: string) =>
  !action.quiet &&
  query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => action.label.toLowerCase().includes(word));

export function CommandPalette() {
  const { t } = useTranslation("common");
  const [query, setQuery] = useState("");
  const navigate = useNavigate();
  const found = useFound(query);
  const actions = useRegisteredActions().filter((action) => matches(action, query.trim()));
  useEffect(() => {
    // The first request for the palette loaded this file; it is still waiting to be opened.
    palette.open();
  }, []);
  const nothing = found.length === 0 && actions.length === 0;
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      attributes={{ content: { "aria-label": t("palette.title") } }}
      centered={false}
      yOffset="12vh"
      scrollable
      maxHeight={480}
    >
      <Spotlight.Search
        placeholder={t("palette.placeholder")}
        aria-label={t("palette.title")}
        leftSection={<Search size={18} aria-hidden />}
        rightSection={<Kbd keys="escape" />}
      />
      <Spotlight.ActionsList aria-label={t("palette.title")}>
        {found.map((group) => (
          <Spotlight.ActionsGroup key={group.label} label={group.label}>
            {group.entries.map((entry) => (
              <Spotlight.Action key={entry.to} onClick={() => navigate(entry.to)}>
                <span className={css.entry}>
                  <strong>{entry.label}</strong>
                  {entry.detail && <span className="dim">{entry.detail}</span>}
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {actions.length > 0 && (
          <Spotlight.ActionsGroup label={t("palette.actions")}>
            {actions.map((action) => (
              <Spotlight.Action key={action.id} onClick={action.run}>
                <span className={css.entry}>
                  <span>{action.label}</span>
                  {action.keys && <Kbd keys={action.keys} />}
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {nothing && <Spotlight.Empty>{t("palette.nothing")}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
