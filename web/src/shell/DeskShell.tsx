import { Menu as MenuIcon, Search, X } from "lucide-react";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, NavLink, useLocation, useNavigate } from "react-router";
import { deskPages } from "../entries/deskPages";
import { useActions } from "../lib/actions";
import { offerSearch } from "../lib/palette";
import { FactorNotice } from "../rooms/account/FactorNotice";
import { findDisputes } from "../rooms/work/findDisputes";
import { IconButton } from "../ui/Button";
import { Kbd } from "../ui/Kbd";
import { Mark } from "../ui/Mark";
import { ShortcutSheet } from "../ui/ShortcutSheet";
import { Banners } from "./Banners";
import { Content, SkipLink } from "./Frame";
import type { PageRow } from "./routes";
import { type Role, useMe } from "./session";
import css from "./shell.module.css";
import { UserMenu } from "./UserMenu";

const paletteFile = () => import("../ui/CommandPalette");
const CommandPalette = lazy(() => paletteFile().then((file) => ({ default: file.CommandPalette })));

// Names answer a search only where they are shown: a supervisor finds by number.
const readers: Role[] = ["desk_clerk", "mediator", "director", "supervisor", "adviser"];
const seesNames: Role[] = ["desk_clerk", "mediator", "director", "adviser"];

function usePalette() {
  const { t } = useTranslation("common");
  const [wanted, setWanted] = useState(false);
  const roles = useMe()?.roles ?? [];
  const reads = roles.some((role) => readers.includes(role));
  const found = roles.some((role) => seesNames.includes(role)) ? "placeholder" : "placeholderNumber";
  useEffect(() => (reads ? offerSearch("disputes", findDisputes) : undefined), [reads]);
  const open = useMemo(
    () => () => {
      setWanted(true);
      void paletteFile().then((file) => file.openPalette());
    },
    [],
  );
  useActions(
    useMemo(() => [{ id: "palette", label: t("palette.title"), keys: "mod+k", quiet: true, run: open }], [t, open]),
  );
  return { wanted, open, placeholder: t(`palette.${reads ? found : "placeholderActions"}`) };
}

/** The workplace: navigation by role, one search for everything, the page. */
export function DeskShell() {
  const { t } = useTranslation(["desk", "common"]);
  const palette = usePalette();
  const [unfolded, setUnfolded] = useState(false);
  const { key } = useLocation(); // of each step, the one to the page that is shown, too
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page folds the navigation of a phone
  useEffect(() => setUnfolded(false), [key]);
  useEffect(() => {
    if (!unfolded) return;
    const fold = (event: KeyboardEvent) => event.key === "Escape" && setUnfolded(false);
    document.addEventListener("keydown", fold);
    return () => document.removeEventListener("keydown", fold);
  }, [unfolded]);
  return (
    <div className={css.desk}>
      <SkipLink />
      <header className={`${css.deskTop} no-print`}>
        <span className={css.burger}>
          <IconButton
            label={t(unfolded ? "common:navigationClose" : "common:navigation")}
            icon={unfolded ? <X size={22} /> : <MenuIcon size={22} />}
            expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          />
        </span>
        <Link to="/desk" className={css.brand} aria-label={t("common:app.name")}>
          <Mark size={28} />
          <span className={css.brandName}>{t("common:app.name")}</span>
        </Link>
        <button type="button" className={css.search} aria-keyshortcuts="Control+K" onClick={palette.open}>
          <Search size={18} aria-hidden />
          <span className={css.searchWords}>{palette.placeholder}</span>
          <Kbd keys="mod+k" />
        </button>
        <UserMenu />
      </header>
      <Sidebar unfolded={unfolded} />
      <div className={css.deskMain}>
        <Banners />
        <FactorNotice />
        <Content className={css.content} />
      </div>
      <ShortcutSheet />
      {palette.wanted && (
        <Suspense fallback={null}>
          <CommandPalette placeholder={palette.placeholder} />
        </Suspense>
      )}
    </div>
  );
}

const seenBy = (page: PageRow, roles: Role[]) =>
  !page.nav?.roles || page.nav.roles.some((role) => roles.includes(role));

function Sidebar({ unfolded }: { unfolded: boolean }) {
  const { t } = useTranslation(["desk", "common"]);
  const me = useMe();
  const roles = me?.roles;
  const rows = useMemo(() => deskPages.filter((page) => page.nav && seenBy(page, roles ?? [])), [roles]);
  const navigate = useNavigate();
  useActions(
    useMemo(
      () =>
        rows.map((page) => ({
          id: `page ${page.path}`,
          label: t(page.nav!.label as "nav.settings"),
          page: true,
          run: () => void navigate(page.path),
        })),
      [rows, t, navigate],
    ),
  );
  const line = (page: PageRow) => {
    const Icon = page.nav!.icon;
    return (
      <li key={page.path}>
        <NavLink to={page.path} end={page.path === "/desk"} className={css.navLink}>
          <Icon size={19} strokeWidth={1.8} aria-hidden />
          {t(page.nav!.label as "nav.settings")}
        </NavLink>
      </li>
    );
  };
  const aside = rows.filter((page) => page.nav?.aside);
  return (
    <nav
      className={`${css.sidebar} no-print`}
      data-unfolded={unfolded || undefined}
      aria-label={t("common:navigation")}
    >
      <ul>{rows.filter((page) => !page.nav?.aside).map(line)}</ul>
      {aside.length > 0 && <ul className={css.aside}>{aside.map(line)}</ul>}
    </nav>
  );
}
