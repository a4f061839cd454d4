// How an entry begins: language first, then the theme, the shell and its pages.
import "../theme/tokens.css";
import "../theme/fonts.css";
import "../theme/base.css";
import "../theme/mantine.css";
import "../theme/mantine-fixes.css";
import "../theme/print.css";
import { DirectionProvider, MantineProvider, useDirection } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { type ComponentType, type ReactNode, StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { useTranslation } from "react-i18next";
import { createBrowserRouter, type RouteObject, RouterProvider } from "react-router";
import { queries, whenSignedOut } from "../api";
import { startLanguage } from "../i18n";
import { directionOf } from "../i18n/languages";
import { startShortcuts } from "../lib/actions";
import { leftPage, onlyPage } from "../lib/kept";
import { startSettings } from "../lib/settings";
import { watchPrinting } from "../theme/printing";
import { cssVariablesResolver, theme } from "../theme/theme";
import { Failure } from "./Failure";
import { NotFound } from "./NotFound";
import type { PageRow } from "./routes";

interface Entry {
  name: "resident" | "desk";
  namespaces: string[];
  pages: PageRow[];
  shell: ComponentType;
  /** Where 401 leads; the page that was wanted comes back as `?next=`. */
  signIn: string;
}

function routeOf(page: PageRow): RouteObject {
  return { path: page.path, lazy: async () => ({ Component: await page.load() }), ErrorBoundary: Failure };
}

function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}

function Turned({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const { setDirection } = useDirection();
  useEffect(() => setDirection(directionOf(i18n.language)), [i18n.language, setDirection]);
  return children;
}

export function Providers({ children }: { children: ReactNode }) {
  return (
    <DirectionProvider initialDirection={directionOf(document.documentElement.lang)}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
        getStyleNonce={nonce}
      >
        <Turned>
          <QueryClientProvider client={queries}>{children}</QueryClientProvider>
        </Turned>
      </MantineProvider>
    </DirectionProvider>
  );
}

export async function prepare(name: string, namespaces: string[]): Promise<void> {
  document.documentElement.dataset.entry = name;
  setNonce(nonce());
  startSettings();
  startShortcuts();
  watchPrinting();
  await startLanguage(namespaces);
}

export async function start({ name, namespaces, pages, shell, signIn }: Entry): Promise<void> {
  const root = createRoot(document.getElementById("root") as HTMLElement);
  await prepare(name, namespaces);
  const framed = pages.filter((page) => !page.bare).map(routeOf);
  const router = createBrowserRouter([
    {
      Component: shell,
      ErrorBoundary: Failure,
      HydrateFallback: () => null,
      children: [...framed, { path: "*", Component: NotFound }],
    },
    ...pages.filter((page) => page.bare).map((page) => ({ ...routeOf(page), HydrateFallback: () => null })),
  ]);
  let here = router.state.location.pathname;
  onlyPage(here);
  router.subscribe(({ location: { pathname } }) => {
    if (pathname !== here) leftPage(here);
    here = pathname;
  });
  whenSignedOut(() => {
    const { pathname, search } = router.state.location;
    if (pathname === signIn) return;
    const door = `${signIn}?next=${encodeURIComponent(pathname + search)}`;
    // Residents and informants share an entry without a door of its own.
    if (name === "resident") location.assign(door);
    else void router.navigate(door);
  });
  root.render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}
