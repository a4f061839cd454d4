// What both shells have in common: the way to the content, the focus after a change of page,
// the place of questions, and the page itself.
import { Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { Skeleton } from "../ui/Empty";
import { Overlays } from "./Overlays";
import css from "./shell.module.css";

export function SkipLink() {
  const { t } = useTranslation("common");
  return (
    <a href="#content" className="skip-link">
      {t("skip")}
    </a>
  );
}

/** The main region. After a change of page the focus is here, so that the new title is read. */
export function Content({ className }: { className?: string }) {
  const { t } = useTranslation("common");
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  const loading = useNavigation().state === "loading";
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <main id="content" ref={main} tabIndex={-1} className={className} aria-busy={loading || undefined}>
        <Suspense fallback={<Skeleton shape="cards" count={3} />}>
          <Outlet />
        </Suspense>
      </main>
      <div aria-live="polite" className="hidden-visually">
        {loading ? t("loading") : ""}
      </div>
      {loading && <div className={css.progress} aria-hidden="true" />}
      <Overlays />
      <ScrollRestoration />
    </>
  );
}
