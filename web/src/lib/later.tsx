import { type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";
import { Skeleton } from "../ui";

export type Later<P> = ComponentType<P> & {
  /** Fetches it before it is shown. */
  soon: () => void;
};

const usual = <Skeleton shape="cards" count={2} />;

/**
 * A part of a page that comes in a file of its own, when it is first shown. One that is here already is drawn
 * at once: React would show its bones first all the same, and for a third of a second at least.
 * What often shows nothing has no bones (null), but for a mark that it is still to come.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, bones: ReactNode = usual): Later<P> {
  let here: ComponentType<P> | undefined;
  const fetched = async () => {
    here = await load();
    return { default: here };
  };
  const Loaded = lazy(fetched) as unknown as ComponentType<P>;
  function Part(props: P) {
    const [Here] = useState(() => here); // the same one for as long as it stands: what was typed in it stays
    return (
      <Suspense fallback={bones ?? <i hidden data-coming />}>
        {Here ? <Here {...props} /> : <Loaded {...props} />}
      </Suspense>
    );
  }
  return Object.assign(Part, { soon: () => void fetched().catch(() => {}) }); // what failed is fetched when it is shown
}

/** Runs once the page has nothing more urgent to do. */
export function whenIdle(run: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(run, 1000);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(run, { timeout: 3000 });
  return () => cancelIdleCallback(asked);
}
